import { useMirror } from '../../state/mirror.ts';
import { Notice } from '../../ui/notice.tsx';

/** From here on a limit looks like a number of bytes that was typed for GB. */
export const doubtfulGb = 1_000_000;

/** Asks before such a limit is sent; the form's button then says what it does. */
export function BytesQuestion({ limitGb }: { limitGb: number }) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  return (
    <Notice tone="warning">
      <p>
        {limitGb.toLocaleString(locale)} GB is {(limitGb / 1_000_000).toLocaleString(locale)} PB. The limit is
        in GB, not in bytes. Correct it, or press the button again to keep it.
      </p>
    </Notice>
  );
}
