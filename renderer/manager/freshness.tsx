import { RefreshCw } from 'lucide-react';
import { Button, useLocale } from 'react-aria-components';
import { freshnessOf } from '../../electron/text/freshness.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { useNow } from '../state/now.ts';
import { useMirror } from './mirror.ts';

/** Shows below each page how old the figures are, when they are refreshed, and what is wrong with that. */
export function Freshness() {
  const traffic = useMirror((mirror) => mirror.traffic);
  const { locale } = useLocale();
  const { age, trouble } = freshnessOf(traffic, useNow(), locale);
  const { refreshing, paused, stale } = traffic;
  const refresh = () => void bridge.command('refresh', null);
  return (
    <footer className="status-line">
      {/* Spoken only when something is wrong: an age that changes each minute is not news. */}
      <p
        role="status"
        aria-label={say('frame.freshness')}
        aria-live={trouble === null ? 'off' : 'polite'}
        className={stale || trouble !== null ? 'freshness troubled' : 'freshness'}
      >
        {trouble !== null && <span className="trouble">{trouble}</span>}
        <span>{age}</span>
      </p>
      {trouble === null ? (
        <Button
          className="icon-button"
          aria-label={say('frame.refresh')}
          isDisabled={refreshing || paused !== null}
          onPress={refresh}
        >
          <RefreshCw className={refreshing ? 'turning' : ''} />
        </Button>
      ) : (
        <Button className="button" isDisabled={refreshing || paused !== null} onPress={refresh}>
          {say('frame.retry')}
        </Button>
      )}
    </footer>
  );
}
