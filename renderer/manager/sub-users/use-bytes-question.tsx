import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { formatNumber } from '../../../electron/text/traffic.ts';
import { Banner } from '../../ui/banner.tsx';
import { bytesText, looksLikeBytes, meantGb } from './looks-like-bytes.ts';

/** Asks about a limit that looks like bytes: it is taken as such, or kept. */
export function useBytesQuestion(limitGb: number | null, onUse: (limitGb: number) => void) {
  const { locale } = useLocale();
  const [asked, setAsked] = useState<number | null>(null);
  const [kept, setKept] = useState<number | null>(null);
  const meant = meantGb(asked ?? 0);
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
          <p>{bytesText(asked, locale)}</p>
          {meant !== null && (
            <Button className="button" onPress={() => onUse(Number(meant.toPrecision(6)))}>
              {say('forms.useGb', { gb: formatNumber(meant, locale) })}
            </Button>
          )}
          <Button className="button" onPress={() => setKept(asked)}>
            {say('forms.keep')}
          </Button>
        </Banner>
      ),
  };
}
