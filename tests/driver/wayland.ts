import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Child, startChild } from '../../build/session/child.ts';
import { WaylandPointer } from './wayland-pointer.ts';

const run = promisify(execFile);

/** The size of the headless screen. */
export const waylandScreen = { width: 1600, height: 1000 };

/** Sway writes its address to file descriptor 3 at start. */
const config = `
xwayland disable
output HEADLESS-1 resolution ${waylandScreen.width}x${waylandScreen.height}
exec 'echo "$WAYLAND_DISPLAY $SWAYSOCK" >&3'
`;

/** Runs without a screen, a graphics card or input devices. */
const headless = { WLR_BACKENDS: 'headless', WLR_RENDERER: 'pixman', WLR_LIBINPUT_NO_DEVICES: '1' };

const nodeSchema = z.object({
  pid: z.number().optional(),
  name: z.string().nullable(),
  visible: z.boolean().optional(),
  get nodes() {
    return z.array(nodeSchema);
  },
  get floating_nodes() {
    return z.array(nodeSchema);
  },
});

/** Runs a Wayland desktop beside the session's display: sway on a headless screen. */
export class WaylandDesktop {
  /** The launch options for an app that should appear on it. */
  readonly launch: { switches: string[]; environment: Record<string, string> };
  readonly #compositor: Child;
  readonly #display: string;
  readonly #socket: string;
  readonly #folder: string;

  private constructor(compositor: Child, display: string, socket: string, folder: string) {
    this.launch = {
      switches: ['--ozone-platform=wayland'],
      environment: { WAYLAND_DISPLAY: display, XDG_SESSION_TYPE: 'wayland' },
    };
    this.#compositor = compositor;
    this.#display = display;
    this.#socket = socket;
    this.#folder = folder;
  }

  static async start(): Promise<WaylandDesktop> {
    const folder = mkdtempSync(join(tmpdir(), 'oxygauge-sway-'));
    const file = join(folder, 'config');
    writeFileSync(file, config);
    const compositor = startChild('sway', ['--config', file], headless);
    const [display = '', socket = ''] = (await compositor.firstWords()).split(' ');
    return new WaylandDesktop(compositor, display, socket, folder);
  }

  /** Returns the titles of the visible windows, as the compositor knows them. */
  async windows(): Promise<string[]> {
    const { stdout } = await run('swaymsg', ['--socket', this.#socket, '--type', 'get_tree', '--raw']);
    return titlesIn(nodeSchema.parse(JSON.parse(stdout)));
  }

  /** Returns a mouse: without one, a headless desktop has none. */
  pointer(): Promise<WaylandPointer> {
    return WaylandPointer.open(join(process.env.XDG_RUNTIME_DIR ?? '', this.#display));
  }

  async stop(): Promise<void> {
    await this.#compositor.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Returns the titles of the windows in a tree: a node with a process is a window. */
function titlesIn({ pid, visible, name, nodes, floating_nodes }: z.infer<typeof nodeSchema>): string[] {
  const own = pid !== undefined && visible === true ? [name ?? ''] : [];
  return [...own, ...[...nodes, ...floating_nodes].flatMap(titlesIn)];
}
