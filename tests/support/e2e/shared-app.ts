import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { type App, launch } from '../../driver/app.ts';
import { makeProfile, removeProfile } from '../../driver/profiles.ts';
import { type DnsServer, startDnsServer } from '../server/dns-server.ts';
import { entryCertificate, targetCertificate } from '../server/proxy-certificates.ts';
import { type ProxyServer, startProxyServer } from '../server/proxy-server.ts';
import { SimulatorServer } from '../server/simulator-server.ts';
import { test as base } from './fixtures.ts';

type Shared = { app: App; server: SimulatorServer; proxy: ProxyServer; dns: DnsServer };

/** Tests the manager's content: the app starts once, and each test gets it as after a first start. */
export const test = base.extend<{ app: App; vendorProxy: ProxyServer; dns: DnsServer }, { shared: Shared }>({
  shared: [
    async ({ desktop: _desktop }, use) => {
      const server = await SimulatorServer.start();
      const profile = makeProfile();
      const proxy = await startProxyServer(() => server.simulator.account);
      const dns = await startDnsServer(new Map());
      const authorities = join(profile, 'test-authorities.pem');
      writeFileSync(authorities, `${entryCertificate.cert}\n${targetCertificate.cert}\n`);
      const environment = {
        OXYGAUGE_PROXY_PORT: `${proxy.port}`,
        OXYGAUGE_DNS_PORT: `${dns.port}`,
        NODE_EXTRA_CA_CERTS: authorities,
      };
      const app = await launch({ apiUrl: server.url, profile, environment });
      await use({ app, server, proxy, dns });
      await app.close();
      await proxy.close();
      await dns.close();
      await server.stop();
      await removeProfile(profile);
    },
    { scope: 'worker' },
  ],
  server: async ({ shared: { server } }, use) => {
    server.renew();
    await use(server);
    expect(server.violations, 'Requests that the API does not know').toEqual([]);
  },
  vendorProxy: async ({ shared: { proxy } }, use) => {
    proxy.proxy.planUsedUp = false;
    proxy.proxy.logins.length = 0;
    await use(proxy);
  },
  dns: async ({ shared: { dns } }, use) => {
    dns.zone.clear();
    dns.questions.length = 0;
    await use(dns);
  },
  app: async ({ shared: { app }, server }, use) => {
    await use(app);
    await makeNew(app, server.simulator.account.accountId);
  },
});

/** Signs out, forgets the account and the settings through a window's commands, and reloads the page. */
async function makeNew(app: App, accountId: string): Promise<void> {
  const page = await app.window('manager');
  await page.evaluate(
    async ([id, change]) => {
      await window.oxygauge.command('forgetAccount', { accountId: id as never });
      await window.oxygauge.command('changeSettings', change as never);
      // A job that the end of the session cancelled may still be stopping.
      while (!(await window.oxygauge.command('closeJob', null)).ok)
        await new Promise((next) => setTimeout(next, 20));
    },
    [accountId, defaultSettings] as const,
  );
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue('');
}
