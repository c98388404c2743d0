import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import './dialog.css';

type DialogProps = {
  title: string;
  onClose: () => void;
  /** An alert dialog asks before something is lost. */
  role?: 'dialog' | 'alertdialog';
  /** Wide enough for a table. */
  wide?: boolean;
  children: ReactNode;
};

/** Shows a dialog over the page. It takes the focus, returns it, and closes on Escape. */
export function Dialog({ title, onClose, role = 'dialog', wide = false, children }: DialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'modal wide' : 'modal'}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type DialogFootProps = {
  /** Adds a Cancel button. */
  onCancel?: () => void;
  /** Focuses Cancel first, because the other button loses something. */
  focusesCancel?: boolean;
  children: ReactNode;
};

/** Renders the buttons of a dialog. */
export function DialogFoot({ onCancel, focusesCancel = false, children }: DialogFootProps) {
  return (
    <div className="dialog-foot">
      {onCancel !== undefined && (
        <Button className="button" autoFocus={focusesCancel} onPress={onCancel}>
          {say('action.cancel')}
        </Button>
      )}
      {children}
    </div>
  );
}
