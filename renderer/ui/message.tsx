import { Banner } from './banner.tsx';

type MessageProps = { tone: 'plain' | 'warning' | 'error'; text: string | null };

/** Shows one text as a banner; nothing for null. */
export function Message({ tone, text }: MessageProps) {
  if (text === null) return null;
  return (
    <Banner tone={tone}>
      <p>{text}</p>
    </Banner>
  );
}
