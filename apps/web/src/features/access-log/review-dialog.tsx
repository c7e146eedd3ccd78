import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { Stack } from '../../design/page.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { Refusal } from '../rule/refusal.js';
import { completeReview, type CompleteReview, type MonthFigures, type PersonFigures } from './access-log.requests.js';
import styles from './access-log-page.module.css';
import { useSignals } from './signals.js';

type Conclusion = CompleteReview['findings'][number]['conclusion'];

interface Draft {
  readonly conclusion: Conclusion | '';
  readonly note: string;
}

const CONCLUSIONS = ['JUSTIFIED', 'FOLLOW_UP'] as const;
const BLANK: Draft = { conclusion: '', note: '' };
const isComplete = ({ conclusion, note }: Draft): boolean => conclusion !== '' && note.trim() !== '';

/** A word on everybody who is over a limit, and one on the whole; then the month is done. */
export function ReviewDialog({ figures, onClose }: { readonly figures: MonthFigures; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const flagged = figures.people.filter(({ signals }) => signals.length > 0);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const intent = useIntent();
  const complete = useWrite({ mutationFn: (body: CompleteReview) => completeReview(body, intent.headersFor(body)), onSuccess: onClose, onSubmitted: onClose });
  const draftOf = ({ userId }: PersonFigures): Draft => drafts[userId] ?? BLANK;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (note.trim() === '' || !flagged.every((person) => isComplete(draftOf(person)))) return focusFirstFault(form.current);
    const findings = flagged.map((person) => ({ userId: person.userId, conclusion: draftOf(person).conclusion as Conclusion, note: draftOf(person).note.trim() }));
    complete.mutate({ month: figures.month, findings, note: note.trim() });
  };
  return (
    <Dialog title={t('accessLog.completeTitle', { month: figures.month })} open onClose={onClose} wide>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack>
          <p>{t('accessLog.completeLead')}</p>
          {flagged.length === 0 && <p>{t('accessLog.completeNobody')}</p>}
          {flagged.map((person) => (
            <FindingFields key={person.userId} person={person} limits={figures.limits} draft={draftOf(person)} tried={tried} onChange={(draft) => setDrafts({ ...drafts, [person.userId]: draft })} />
          ))}
          <TextAreaField label={t('accessLog.note')} hint={t('accessLog.noteHint')} value={note} onChange={setNote} maxLength={4000} error={tried && note.trim() === '' ? t('accessLog.missing') : undefined} />
          <Refusal error={complete.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={complete.isPending}>
              {t('accessLog.complete')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

interface FindingProps {
  readonly person: PersonFigures;
  readonly limits: MonthFigures['limits'];
  readonly draft: Draft;
  readonly tried: boolean;
  readonly onChange: (draft: Draft) => void;
}

function FindingFields({ person, limits, draft, tried, onChange }: FindingProps): ReactElement {
  const { t } = useTranslation();
  const sentencesOf = useSignals(limits);
  const missing = (absent: boolean): string | undefined => (tried && absent ? t('accessLog.missing') : undefined);
  return (
    <section className={styles['finding']} aria-label={person.login}>
      <p>
        <strong>{person.name === null ? person.login : `${person.name} (${person.login})`}</strong>: {sentencesOf(person).join(', ')}
      </p>
      <ChoiceField
        label={t('accessLog.conclusion')}
        value={draft.conclusion}
        onChange={(conclusion) => onChange({ ...draft, conclusion: conclusion as Conclusion })}
        choices={CONCLUSIONS.map((value) => ({ value, label: t(`accessLog.conclusions.${value}`) }))}
        error={missing(draft.conclusion === '')}
      />
      <TextAreaField label={t('accessLog.findingNote')} hint={t('accessLog.findingHint')} value={draft.note} onChange={(note) => onChange({ ...draft, note })} maxLength={1000} error={missing(draft.note.trim() === '')} />
    </section>
  );
}
