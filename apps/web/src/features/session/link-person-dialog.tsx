import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ProblemCallout } from '../../design/problem-callout.js';
import { TextField } from '../../design/text-field.js';
import { linkPerson } from './provider.requests.js';

interface Props {
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** The administrator lets a name at the provider open somebody's account. */
export function LinkPersonDialog({ person, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [subject, setSubject] = useState('');
  const [tried, setTried] = useState(false);
  const wanted = { userId: person.id, subject: subject.trim() };
  const link = useWrite({
    mutationFn: () => linkPerson(wanted.userId, wanted.subject, intent.headersFor(wanted)),
    onSuccess: async () => {
      intent.done();
      await queryClient.invalidateQueries({ queryKey: ['provider-links'] });
      onClose();
    },
    onSubmitted: onClose,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wanted.subject !== '') link.mutate(undefined);
  };
  return (
    <Dialog title={t('provider.linkPersonTitle', { name: person.name })} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p>{t('provider.linkPersonExplain', { name: person.name })}</p>
          <TextField
            label={t('provider.subject')}
            hint={t('provider.subjectHint')}
            value={subject}
            onChange={setSubject}
            autoFocus
            error={tried && wanted.subject === '' ? t('provider.subjectMissing') : undefined}
          />
          <ProblemCallout error={link.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={link.isPending}>
              {t('provider.link')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}
