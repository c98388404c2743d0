import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// What Electron's own default app does for `electron FOLDER`, and no more. Chromium's switches begin with a dash.
const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const description = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));

process.defaultApp = true;
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
app.setAppPath(folder);

// Awaited, for otherwise the app is ready before its code has run.
await import(pathToFileURL(resolve(folder, description.main)).href);
