import { Button } from 'react-aria-components';
import { Banner } from '../../ui/banner.tsx';

type QuestionProps = {
  text: string;
  /** The answer that loses something. */
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
};

/** Asks in the foot of a dialog before something is lost. The harmless answer has the focus. */
export function Question({ text, yes, no, onYes, onNo }: QuestionProps) {
  return (
    <div className="dialog-foot question">
      <Banner tone="error">
        <p>{text}</p>
      </Banner>
      <Button className="button danger" onPress={onYes}>
        {yes}
      </Button>
      <Button className="button" autoFocus onPress={onNo}>
        {no}
      </Button>
    </div>
  );
}
