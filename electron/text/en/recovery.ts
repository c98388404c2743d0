/** Message boxes after a fault, and refusals to start: what happened, and what to do. */
export const recovery = {
  fault: 'Something went wrong inside Oxygauge.',
  faultDetail: 'Oxygauge is still running. If something looks wrong, quit Oxygauge and start it again.',
  notDrawn: 'The windows of Oxygauge could not be drawn and were closed.',
  notDrawnDetail:
    'Oxygauge is still watching your traffic. Open a window from the tray. If it closes again, restart the computer.',
  keptStopping: 'The window of Oxygauge kept stopping and was closed.',
  keptStoppingDetail:
    'Oxygauge is still watching your traffic. Open the window from the tray. If it stops again, restart Oxygauge.',
  tooManyFiles: 'Oxygauge could not open a window: too many files were open.',
  tooManyFilesDetail: 'Windows can be opened again. Oxygauge was watching your traffic all the time.',
  unresponsive: 'The window of Oxygauge does not respond.',
  unresponsiveDetail:
    'Wait, or reload the window and lose what you typed in it. Oxygauge is still watching your traffic.',
  ok: 'OK',
  wait: 'Wait',
  reload: 'Reload',
  cannotStart: 'Oxygauge could not start',
  cannotStartFault: 'Something went wrong inside Oxygauge. You lost nothing. Start Oxygauge again.',
  cannotStartFolder: 'Oxygauge could not open its data folder ({code}). Check that it is writable: {folder}',
  didNotStart: 'Oxygauge did not start',
  unknownSwitches: 'Oxygauge does not know {switches}. Start it without.',
  noNamespaces:
    'Oxygauge did not start: its sandbox needs user namespaces, which this computer denies. Install the deb or the rpm instead, which bring a helper for that.',
} as const;
