import { useMirror } from '../../state/mirror.ts';
import { Notice } from '../../ui/notice.tsx';

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
