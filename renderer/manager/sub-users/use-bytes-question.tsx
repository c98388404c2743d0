import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { formatNumber } from '../../../electron/text/traffic.ts';
import { Banner } from '../../ui/banner.tsx';
import { looksLikeBytes } from './looks-like-bytes.ts';

const bytesInGb = 1_000_000_000;
const gbInPb = 1_000_000;
/** Fewer bytes than this would hardly be a limit. */
const leastMeantGb = 0.01;

/** Asks about a limit that looks like bytes: it is taken as such, or kept. */
export function useBytesQuestion(limitGb: number | null, onUse: (limitGb: number) => void) {
  const { locale } = useLocale();
  const [asked, setAsked] = useState<number | null>(null);
  const [kept, setKept] = useState<number | null>(null);
  const meantGb = (asked ?? 0) / bytesInGb;
  const isLikely = meantGb >= leastMeantGb;
  const gb = formatNumber(meantGb, locale);
  const petabytes = formatNumber((asked ?? 0) / gbInPb, locale);
  return {
    /** Returns whether it asks now, so that the press sends nothing. */
    asks(): boolean {
      if (limitGb === null || !looksLikeBytes(limitGb) || kept === limitGb) return false;
      setAsked(limitGb);
      return true;
    },
    question:
      asked === null || asked !== limitGb || kept === limitGb ? null : (
        <Banner tone="warning">
          <p>
            {isLikely
              ? say('forms.looksLikeBytes', { petabytes, gb })
              : say('forms.looksLarge', { petabytes })}
          </p>
          {isLikely && (
            <Button className="button" onPress={() => onUse(Number(meantGb.toPrecision(6)))}>
              {say('forms.useGb', { gb })}
            </Button>
          )}
          <Button className="button" onPress={() => setKept(asked)}>
            {say('forms.keep')}
          </Button>
        </Banner>
      ),
  };
}
