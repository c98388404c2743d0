/** What plain Node has in the place of Electron: nothing. electron-store asks for it and does without. */
export default {};
