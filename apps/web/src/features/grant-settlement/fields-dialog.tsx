import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button, type ButtonTone } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { useDebounced } from '../../design/use-debounced.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField, TextField } from '../../design/text-field.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { DeedPreview } from '../grant-agreement/deed-preview.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import { Refusal } from '../rule/refusal.js';
import type { DeedHeader } from '../rule/use-deed.js';

/** One thing that a deed asks for. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly kind: 'won' | 'date' | 'number' | 'text' | 'area' | 'choice';
  readonly value?: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** What was typed, as the server wants it: won as digits, days as ISO dates; what was left out is not there. */
export type Told = Readonly<Record<string, string>>;

/** Sends a deed, or only asks what it would do. */
export type Send = (told: Told, header: DeedHeader, how: { readonly dryRun?: true }) => Promise<unknown>;

/** What the answers of deeds have in common. */
type Effect = Omit<Parameters<typeof DeedPreview>[0]['preview'], 'asked' | 'error'>['data'];

const PAUSE_MS = 350;

interface Props {
  readonly callId: string;
  readonly title: string;
  readonly action: string;
  readonly tone?: ButtonTone;
  readonly children?: ReactNode;
  readonly asked: readonly Asked[];
  readonly send: Send;
  /** What the deed would do is shown as soon as all is typed. */
  readonly previewed?: boolean;
  readonly onClose: () => void;
}

/** A deed about a settlement, a sanction or a recovery that asks for a few things and does it. */
export function FieldsDialog({ callId, title, action, tone = 'primary', children, asked, send, previewed = false, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [typed, setTyped] = useState<Told>(() => Object.fromEntries(asked.map(({ name, value = '' }) => [name, value])));
  const [tried, setTried] = useState(false);
  const told = Object.fromEntries(asked.flatMap((field) => toldOf(field, typed[field.name] ?? '')));
  const missing = (field: Asked): string | undefined => (tried && !(field.name in told) && (field.optional !== true || (typed[field.name] ?? '').trim() !== '') ? t(`grantSettlement.missing.${field.kind}`) : undefined);
  const complete = asked.every((field) => field.name in told || (field.optional === true && (typed[field.name] ?? '').trim() === ''));
  const deed = useWrite({
    mutationFn: () => send(told, intent.headersFor({ title, ...told }), {}),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshGrants(callId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (complete) deed.mutate(undefined);
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          {asked.map((field) => (
            <Field key={field.name} asked={field} value={typed[field.name] ?? ''} error={missing(field)} onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))} />
          ))}
          {previewed && complete && <Preview callId={callId} title={title} told={told} send={send} />}
          <Refusal error={deed.error} />
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

/** The rules and the entries, by the code that does it. */
function Preview({ callId, title, told, send }: { readonly callId: string; readonly title: string; readonly told: Told; readonly send: Send }): ReactElement {
  const asked = useDebounced(JSON.stringify(told), PAUSE_MS);
  const { data, error } = useQuery({
    queryKey: ['grant-call', callId, 'preview', title, asked],
    queryFn: async (): Promise<NonNullable<Effect>> => ({ entries: [], ...((await send(JSON.parse(asked) as Told, previewHeaders(), { dryRun: true })) as Partial<Effect>) }),
    retry: false,
  });
  return <DeedPreview preview={{ asked: true, data, error }} />;
}

function toldOf({ name, kind }: Asked, typed: string): readonly (readonly [string, string])[] {
  const text = typed.trim();
  if (text === '') return [];
  if (kind === 'won') {
    const read = parseWonInput(text);
    return read.ok ? [[name, read.amount.toString()]] : [];
  }
  if (kind === 'date') {
    const day = parseDateInput(text);
    return day === null ? [] : [[name, day]];
  }
  return kind === 'number' && !/^\d+$/.test(text) ? [] : [[name, text]];
}

const MOST_TEXT = 1000;

function Field({ asked: { label, kind, hint, optional, choices = [] }, value, error, onChange }: { readonly asked: Asked; readonly value: string; readonly error: string | undefined; readonly onChange: (value: string) => void }): ReactElement {
  const shared = { label, value, onChange, error, ...(hint === undefined ? {} : { hint }), ...(optional === true ? { optional } : {}) };
  if (kind === 'won') return <WonField {...shared} />;
  if (kind === 'date') return <DateField {...shared} />;
  if (kind === 'choice') return <SelectField label={label} value={value} onChange={onChange} choices={choices} />;
  if (kind === 'area') return <TextAreaField {...shared} maxLength={MOST_TEXT} />;
  return <TextField {...shared} maxLength={200} />;
}
