import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Child, startChild } from '../../build/session/child.ts';

/** A panel along the top with a tray, and what it needs beside itself. */
export type Panel = { name: string; start: () => Child[] };

const xfceChannels = '.config/xfce4/xfconf/xfce-perchannel-xml';
/** Its tray is one plugin for both kinds of icons. */
const xfceSettings = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="50"/>
      <property name="size" type="uint" value="32"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty"><property name="plugin-1" type="string" value="systray"/></property>
</channel>
`;

const xfceSession = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-session" version="1.0">
  <property name="general" type="empty"><property name="FailsafeSessionName" type="string" value="Failsafe"/></property>
  <property name="startup" type="empty">
    <property name="ssh-agent" type="empty"><property name="enabled" type="bool" value="false"/></property>
    <property name="gpg-agent" type="empty"><property name="enabled" type="bool" value="false"/></property>
  </property>
  <property name="sessions" type="empty">
    <property name="Failsafe" type="empty">
      <property name="IsFailsafe" type="bool" value="true"/>
      <property name="Count" type="int" value="1"/>
      <property name="Client0_Command" type="array"><value type="string" value="xfce4-panel"/></property>
      <property name="Client0_PerScreen" type="bool" value="false"/>
    </property>
  </property>
</channel>
`;

const lxqtSettings = `[General]
__userfile__=true
[panel1]
panelSize=32
plugins=statusnotifier
position=Top
width=50
width-percent=true
[statusnotifier]
type=statusnotifier
`;

/** Where Debian has Xfce's programs that the session bus starts elsewhere. */
const xfceFolder = `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch as string]}-linux-gnu/xfce4`;

export const xfcePanel: Panel = {
  name: 'xfce4-panel',
  start() {
    return [
      startChild('openbox', []),
      startXfceSettings(),
      startChild(join(xfceFolder, 'notifyd/xfce4-notifyd'), []),
      startChild('xfce4-panel', []),
    ];
  },
};

export const lxqtPanel: Panel = {
  name: 'lxqt-panel',
  start() {
    atHome('.config/lxqt/panel.conf', lxqtSettings);
    return [startChild('openbox', []), startChild('lxqt-panel', [])];
  },
};

/** Serves the settings of Xfce's panel and session, which is that panel and what starts by itself. */
export function startXfceSettings(): Child {
  atHome(`${xfceChannels}/xfce4-panel.xml`, xfceSettings);
  atHome(`${xfceChannels}/xfce4-session.xml`, xfceSession);
  return startChild(join(xfceFolder, 'xfconf/xfconfd'), []);
}

/** Writes a file of the test session's home. */
export function atHome(name: string, text: string): string {
  const file = join(process.env.HOME ?? '', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
