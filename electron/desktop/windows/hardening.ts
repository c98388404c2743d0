import { app, type Session, type WebContents } from 'electron';
import { appOrigin } from './app-scheme.ts';
import { onPagesSession } from './pages-session.ts';

/** A proxy address where nothing listens, so that no data sent to it arrives. */
const nowhere = 'http://127.0.0.1:1';

/** Disables spell checking in every session, before the app is ready: each would download a dictionary from Google. */
export function checkNoSpelling(): void {
  app.on('session-created', (created) => created.setSpellCheckerLanguages([]));
}

/**
 * Denies every page what no page of ours needs: navigation, new windows, web views, permissions, the network. Before the
 * app is ready, so that no page or session was created earlier.
 */
export function hardenPages(): void {
  app.on('web-contents-created', (_event, contents) => denyWaysOut(contents));
  onPagesSession(denyAccess);
}

function denyWaysOut(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // No policy or request filter covers WebRTC. This leaves it only the proxy, which leads nowhere.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function denyAccess(pages: Session): void {
  pages.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  pages.setPermissionCheckHandler(() => false);
  pages.setDevicePermissionHandler(() => false);
  void pages.setProxy({ mode: 'fixed_servers', proxyRules: nowhere, proxyBypassRules: '<-loopback>' });
  // The API is called in other sessions, so the pages' session needs no network.
  pages.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOurs(details.url) && !details.url.startsWith('devtools://') });
  });
}

function isOurs(url: string): boolean {
  return url.startsWith(`${appOrigin}/`);
}
