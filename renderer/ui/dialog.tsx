import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

type DialogProps = {
  title: string;
  onClose: () => void;
  /** An alert asks before something is lost. */
  role?: 'dialog' | 'alertdialog';
  /** For a table in it. */
  wide?: boolean;
  children: ReactNode;
};

/** A dialog over the page: takes the focus, gives it back, and closes by Escape. */
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
