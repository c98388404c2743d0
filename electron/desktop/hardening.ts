import { app, type Session, session, type WebContents } from 'electron';
import { appOrigin } from './app-scheme.ts';

/** Where a proxy would be. Nobody listens there: what is sent through it arrives nowhere. */
const nowhere = 'http://127.0.0.1:1';

/** Before the app is ready: every session, the API's as well, would by itself download a dictionary from Google to check spelling with. */
export function checkNoSpelling(): void {
  app.on('session-created', (created) => created.setSpellCheckerLanguages([]));
}

/** What no page of ours needs is denied for every page: navigation, new windows, web views, permissions, the network. */
export function hardenPages(): void {
  app.on('web-contents-created', (_event, contents) => denyWaysOut(contents));
  denyAccess(session.defaultSession);
}

function denyWaysOut(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // WebRTC is asked by no policy and no filter of requests. This leaves it the proxy alone, which leads nowhere.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function denyAccess(pages: Session): void {
  pages.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  pages.setPermissionCheckHandler(() => false);
  pages.setDevicePermissionHandler(() => false);
  void pages.setProxy({ mode: 'fixed_servers', proxyRules: nowhere, proxyBypassRules: '<-loopback>' });
  // The API is asked in a session of its own, so the pages' session needs no network at all.
  pages.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) && !details.url.startsWith('devtools://') });
  });
}

function isOurs(url: string): boolean {
  return url.startsWith(`${appOrigin}/`);
}
