import type { ShownAnswer } from '../../../electron/contract/activity.ts';
import { say } from '../../../electron/text/say.ts';
import { prettyJson } from './pretty-json.ts';

/** Shows the body of an answer as text, indented if it is JSON, and says whether it goes on. */
export function AnswerText({ answer, cut }: { answer: ShownAnswer; cut: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys scroll it. */}
      <section className="answer" dir="ltr" tabIndex={0} aria-label={say('activity.body')}>
        <pre>
          <code>{prettyJson(answer.text)}</code>
        </pre>
      </section>
      {answer.cut && <p className="hint">{cut}</p>}
    </>
  );
}
