import { useRef, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/use-write.js';
import { Button, type ButtonTone } from './button.js';
import { Dialog, DialogActions } from './dialog.js';
import { focusFirstFault } from './form/focus.js';
import { Stack } from './page.js';
import { ProblemCallout } from './problem-callout.js';
import { TextAreaField } from './text-field.js';

interface Props {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly label: string;
  readonly hint?: string;
  readonly missing: string;
  readonly action: string;
  readonly tone?: ButtonTone;
  /** Letters that say something; one unless said otherwise. */
  readonly atLeast?: number;
  readonly run: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Does something that must say why: the reason goes on record with who and when. */
export function ReasonDialog({ title, children, label, hint, missing, action, tone = 'primary', atLeast = 1, run, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const deed = useWrite({ mutationFn: run, onSuccess: onClose, onSubmitted: onClose });
  const isMissing = reason.trim().length < atLeast;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return focusFirstFault(form.current);
    deed.mutate(reason.trim());
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      {children}
      <form ref={form} onSubmit={submit} noValidate>
        <Stack>
          <TextAreaField label={label} hint={hint} value={reason} onChange={setReason} autoFocus maxLength={500} error={tried && isMissing ? missing : undefined} />
          <ProblemCallout error={deed.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone={tone} pending={deed.isPending}>
              {deed.isPending ? t('common.working') : action}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
