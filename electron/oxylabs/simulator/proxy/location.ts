import { createServer, type Server } from 'node:http';
import type { ProxyFault } from './answers.ts';

const databases = ['dbip', 'ip2location', 'ipinfo', 'maxmind'];
const markup = '<script>alert(1)</script><img src=x onerror=alert(1)>';
const exitAddress = '203.0.113.24';

/** Returns a server of `ip.oxylabs.io` that never listens: a connection is handed to it. */
export function createTarget(country: string, fault: ProxyFault | null): Server {
  return createServer((request, response) => {
    if (request.url !== '/location') return void response.writeHead(404).end();
    if (fault === 'location-html') {
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Hello');
    }
    response.writeHead(200, { 'Content-Type': 'application/json' });
    if (fault === 'location-huge') return void response.end(`{"ip":"${'1'.repeat(5_000_000)}"}`);
    if (fault === 'location-drip') return void response.write('{');
    response.end(JSON.stringify(fault === 'location-markup' ? located(markup, markup) : located(country)));
  });
}

/** The real answer has HTML in `meta`, and no country outside the databases, which disagree now and then. */
function located(country: string, text = '') {
  const of = (database: string) => ({
    country: text || (database === 'ip2location' ? 'CA' : country),
    asn: text || 'AS64500',
    org_name: text || 'Example Broadband',
    city: text || (database === 'ipinfo' ? '' : 'Springfield'),
    zip_code: text,
    time_zone: text,
    meta: `<a href="https://example.invalid">${database}</a>`,
  });
  return {
    ip: text || exitAddress,
    providers: Object.fromEntries(databases.map((each) => [each, of(each)])),
  };
}
