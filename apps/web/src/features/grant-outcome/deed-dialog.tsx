import type { ReactElement, ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { DateField } from '../../design/date-field.js';
import { FormField } from '../../design/form/form-field.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { useGrantDeed } from '../grant-call/use-grant-deed.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { FormDialog } from '../rule/form-dialog.js';
import { Refusal } from '../rule/refusal.js';
import type { DeedHeader } from '../rule/use-deed.js';
import { VerdictList } from '../rule/verdict-list.js';
import { readFields, type DeedField, type FaultWords, type Sent, type Typed } from './deed-fields.js';
import styles from './grant-outcome.module.css';

type Schemas = components['schemas'];

/** What an answer may tell beforehand: verdicts and the entries of the books. */
interface Previewable {
  readonly verdicts?: readonly Schemas['VerdictDto'][];
  readonly entries?: readonly Schemas['PostedEntryDto'][];
}

interface Props<Answer> {
  readonly callId: string;
  readonly name: string;
  readonly title: string;
  readonly action: string;
  readonly lead?: string;
  readonly fields: readonly DeedField[];
  /** What is typed, as the request takes it; `dryRun` is set for a preview. */
  readonly send: (body: Sent, header: DeedHeader) => Promise<Answer>;
  /** Left out where the deed cannot be tried: then it has no preview. */
  readonly preview?: (answer: Answer) => ReactNode;
  readonly onClose: () => void;
}

/** A deed after a grant: its fields, and beside them what the code that does it would do. */
export function DeedDialog<Answer extends object>({ callId, name, title, action, lead, fields, send, preview: shown, onClose }: Props<Answer>): ReactElement {
  const { t } = useTranslation();
  const words: FaultWords = { missing: t('terms.missing'), won: t('grantOutcome.missingWon'), date: t('time.invalid'), integer: t('grantOutcome.missingNumber'), percent: t('grantOutcome.missingPercent') };
  const { form, preview, ...deed } = useGrantDeed<Record<string, unknown>, Sent, Answer>({
    ...{ callId, name, send, onClose },
    defaults: defaultsOf(fields),
    read: (values) => {
      const { body, found } = readFields(fields, typedOf(fields, values), words);
      return { body, found, preview: shown === undefined || found.length > 0 ? null : body };
    },
  });
  const typed = typedOf(fields, form.watch());
  const aside = shown === undefined ? {} : { aside: <Preview preview={preview}>{shown}</Preview>, wide: true };
  return (
    <FormDialog title={title} action={action} {...deed} onClose={onClose} {...aside}>
      {lead !== undefined && <p className={styles['note']}>{lead}</p>}
      {fields.filter(({ when }) => when?.(typed) !== false).map((field) => (
        <BoundField key={field.name} form={form} field={field} />
      ))}
    </FormDialog>
  );
}

function BoundField({ form, field }: { readonly form: UseFormReturn<Record<string, unknown>>; readonly field: DeedField }): ReactElement {
  const { name, kind, label, optional = false, hint, maxLength = 200, choices = [] } = field;
  const common = { label, optional, ...(hint === undefined ? {} : { hint }) };
  return (
    <FormField form={form} name={name}>
      {(bound) => {
        if (kind === 'won') return <WonField {...bound} {...common} />;
        if (kind === 'date') return <DateField {...bound} {...common} />;
        if (kind === 'select') return <SelectField {...bound} {...common} choices={choices} />;
        if (kind === 'area' || kind === 'list') return <TextAreaField {...bound} {...common} maxLength={1000} />;
        if (kind === 'integer') return <TextField {...bound} {...common} inputMode="numeric" maxLength={6} />;
        return <TextField {...bound} {...common} maxLength={maxLength} {...(kind === 'percent' ? { unit: '%', inputMode: 'numeric' as const } : {})} />;
      }}
    </FormField>
  );
}

function Preview<Answer extends object>({ preview, children }: { readonly preview: { readonly asked: boolean; readonly data: Answer | undefined; readonly error: Error | null }; readonly children: (answer: Answer) => ReactNode }): ReactElement {
  const { t } = useTranslation();
  if (!preview.asked) return <p className={styles['note']}>{t('grantOutcome.waiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { verdicts = [], entries = [] } = preview.data as Previewable;
  return (
    <Stack>
      <VerdictList verdicts={verdicts} />
      {children(preview.data)}
      {entries.length > 0 && <PostedEntries entries={entries} />}
    </Stack>
  );
}

/** Names with dots are nested, as the form keeps them. */
function defaultsOf(fields: readonly DeedField[]): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { name, initial = '' } of fields) {
    const [head = '', inner] = name.split('.');
    defaults[head] = inner === undefined ? initial : { ...(defaults[head] as object | undefined), [inner]: initial };
  }
  return defaults;
}

function typedOf(fields: readonly DeedField[], values: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const [head = '', inner] = name.split('.');
      const value = inner === undefined ? values[head] : (values[head] as Readonly<Record<string, unknown>> | undefined)?.[inner];
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}
