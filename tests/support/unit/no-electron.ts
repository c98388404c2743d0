/** An empty module in place of Electron: electron-store imports it, and works without it in plain Node. */
export default {};
