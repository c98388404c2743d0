import { Plus, Send } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ChannelView } from '../../../electron/contract/channel.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { AddChannel } from './add-channel.tsx';
import { ChannelRow } from './channel-row.tsx';
import { EditChannel } from './edit-channel.tsx';
import './channels.css';

/** Lists the channels of the account, and adds one. */
export function Channels() {
  const channels = useMirror((mirror) => mirror.channels);
  const [adds, setAdds] = useState(false);
  const [edited, setEdited] = useState<ChannelView | null>(null);
  return (
    <div className="channels">
      <p className="hint channels-about">
        <Send aria-hidden="true" />
        {say('channels.about')}
      </p>
      {channels.length > 0 && (
        <ul className="channel-list" aria-label={say('channels.list')}>
          {channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} onEdit={() => setEdited(channel)} />
          ))}
        </ul>
      )}
      <Button className="button" onPress={() => setAdds(true)}>
        <Plus aria-hidden="true" />
        {say('channels.add')}
      </Button>
      {adds && <AddChannel onClose={() => setAdds(false)} />}
      {edited !== null && <EditChannel channel={edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
