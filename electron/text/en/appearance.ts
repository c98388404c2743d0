/** The look of the windows, and the application menu. */
export const appearance = {
  theme: 'Theme',
  'theme.system': 'Same as the system',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  density: 'Rows',
  'density.compact': 'Compact',
  'density.normal': 'Normal',
  'density.roomy': 'Roomy',
  textSize: 'Text size (%)',
  textSizeHint: '80 to 200. Ctrl + and Ctrl − change it too, Ctrl 0 resets it.',

  file: 'File',
  edit: 'Edit',
  view: 'View',
  refresh: 'Refresh',
  close: 'Close window',
  quit: 'Quit',
  larger: 'Larger text',
  smaller: 'Smaller text',
  usual: 'Usual text size',
  fullScreen: 'Full screen',
} as const;
