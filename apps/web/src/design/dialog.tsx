import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.js';
import { classes } from './classes.js';
import styles from './overlay.module.css';

interface Props {
  readonly title: ReactNode;
  readonly open: boolean;
  /** Left out for a dialog that must be answered. */
  readonly onClose?: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, open, onClose, wide = false, children }: Props): ReactElement {
  return (
    <ModalOverlay isOpen={open} onOpenChange={(isOpen) => !isOpen && onClose?.()} isDismissable={false} isKeyboardDismissDisabled={onClose === undefined} className={styles['shade'] ?? ''}>
      <Modal className={classes(styles['window'], wide && styles['wide'])}>
        <Frame title={title} onClose={onClose}>
          {children}
        </Frame>
      </Modal>
    </ModalOverlay>
  );
}

/** A panel at the right edge: what lies behind a figure, with the figure still in sight. */
export function SidePanel({ title, open, onClose, children }: Omit<Props, 'wide'> & { readonly onClose: () => void }): ReactElement {
  return (
    <ModalOverlay isOpen={open} onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable className={classes(styles['shade'], styles['side-shade'])}>
      <Modal className={styles['side'] ?? ''}>
        <Frame title={title} onClose={onClose}>
          {children}
        </Frame>
      </Modal>
    </ModalOverlay>
  );
}

function Frame({ title, onClose, children }: { readonly title: ReactNode; readonly onClose: (() => void) | undefined; readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <AriaDialog className={styles['dialog'] ?? ''}>
      <header className={styles['head']}>
        <Heading slot="title" className={styles['title'] ?? ''}>
          {title}
        </Heading>
        {onClose !== undefined && <IconButton icon="close" label={t('common.close')} onPress={onClose} />}
      </header>
      <div className={styles['body']}>{children}</div>
    </AriaDialog>
  );
}

export function DialogActions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles['foot']}>{children}</div>;
}
