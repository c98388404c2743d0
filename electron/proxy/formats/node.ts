import { inJavaScript } from '../quoting.ts';
import { type Login, loginUrl, serverUrl, testPage } from './login.ts';

export function undici(login: Login): string {
  return `import { fetch, ProxyAgent } from 'undici';

const dispatcher = new ProxyAgent(${inJavaScript(loginUrl(login))});
const answer = await fetch(${inJavaScript(testPage)}, { dispatcher });
console.log(await answer.text());`;
}

/** Adds an agent, which makes the tunnel to HTTPS pages that axios alone does not. */
export function axios(login: Login): string {
  const [agent, name] =
    login.protocol === 'socks5'
      ? ['socks-proxy-agent', 'SocksProxyAgent']
      : ['https-proxy-agent', 'HttpsProxyAgent'];
  return `import axios from 'axios';
import { ${name} } from '${agent}';

const httpsAgent = new ${name}(${inJavaScript(loginUrl(login))});
const answer = await axios.get(${inJavaScript(testPage)}, { httpsAgent, proxy: false });
console.log(answer.data);`;
}

export function playwright(login: Login): string {
  const { name, password } = login;
  return `import { chromium } from 'playwright';

const browser = await chromium.launch({
  proxy: {
    server: ${inJavaScript(serverUrl(login))},
    username: ${inJavaScript(name)},
    password: ${inJavaScript(password)},
  },
});
const page = await browser.newPage();
await page.goto(${inJavaScript(testPage)});
console.log(await page.textContent('body'));
await browser.close();`;
}

export function puppeteer(login: Login): string {
  const { name, password } = login;
  return `import puppeteer from 'puppeteer';

const browser = await puppeteer.launch({ args: [${inJavaScript(`--proxy-server=${serverUrl(login)}`)}] });
const page = await browser.newPage();
await page.authenticate({ username: ${inJavaScript(name)}, password: ${inJavaScript(password)} });
await page.goto(${inJavaScript(testPage)});
console.log(await page.$eval('body', (body) => body.textContent));
await browser.close();`;
}
