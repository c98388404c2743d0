// What Oxygauge is measured against: a tray icon, and an empty window of the size of its popover at a click; with
// --until-ready, the end as soon as it is ready.
import { app, BrowserWindow, nativeImage, Tray } from 'electron';

app.on('window-all-closed', () => {});
let tray = null;
let window = null;
// Not awaited at the top level: the app is ready only after its main module is.
app.whenReady().then(() => {
  if (process.argv.includes('--until-ready')) return app.exit(0);
  const bitmap = Buffer.alloc(22 * 22 * 4, 0x80);
  tray = new Tray(nativeImage.createFromBitmap(bitmap, { width: 22, height: 22 }));
  tray.on('click', toggle);
});

function toggle() {
  if (window !== null) {
    if (window.isVisible()) window.hide();
    else window.show();
    return;
  }
  window = new BrowserWindow({
    width: 360,
    height: 600,
    show: false,
    frame: false,
    webPreferences: { sandbox: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html,<title>bare</title>');
}
