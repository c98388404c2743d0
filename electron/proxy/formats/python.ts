import { inPython } from '../quoting.ts';
import { type Login, loginUrl, testPage } from './login.ts';

/** Writes a request for `requests`. With SOCKS it needs its `socks` extra. */
export function requests(login: Login): string {
  return `import requests

proxy = ${inPython(loginUrl(login))}
answer = requests.get(${inPython(testPage)}, proxies={"http": proxy, "https": proxy})
print(answer.text)`;
}

/** Writes a request for `httpx`. With SOCKS it needs its `socks` extra. */
export function httpx(login: Login): string {
  return `import httpx

with httpx.Client(proxy=${inPython(loginUrl(login))}) as client:
    print(client.get(${inPython(testPage)}).text)`;
}

/** Puts the URL into the request's meta, where Scrapy reads the login. */
export function scrapy(login: Login): string {
  return `import scrapy


class LocationSpider(scrapy.Spider):
    name = "location"

    def start_requests(self):
        proxy = ${inPython(loginUrl(login))}
        yield scrapy.Request(${inPython(testPage)}, meta={"proxy": proxy})

    def parse(self, response):
        print(response.text)`;
}
