import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '../../api/problem.js';
import { useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { FileDrop } from '../../design/file-drop.js';
import { Stack } from '../../design/page.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextField } from '../../design/text-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { uploadDocument, type StoredDocument } from '../investment/document.requests.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { acceptService, deliverService, inspectService, type ServiceDetail } from './service.requests.js';
import { fullNumber } from './services-table.js';
import styles from './service.module.css';

export type SimpleStep = 'deliver' | 'accept' | 'inspect';

interface Props {
  readonly service: ServiceDetail;
  readonly step: SimpleStep;
  readonly onClose: () => void;
}

interface Typed {
  readonly on: string;
  readonly note: string;
  readonly rating: string;
  readonly brokerReportedOn: string;
  readonly document: StoredDocument | null;
}

const RATINGS = ['5', '4', '3', '2', '1'] as const;

/** The steps between contract and claim: a day, which is today unless said otherwise, and the little that each asks for. */
export function StepDialog({ service, step, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [typed, setTyped] = useState<Typed>({ on: todayInSeoul(), note: '', rating: '', brokerReportedOn: service.brokerRequired ? todayInSeoul() : '', document: null });
  const [tried, setTried] = useState(false);
  const missing = missingIn(step, service, typed);
  const deed = useWrite({
    mutationFn: () => send(step, service.id, typed, intent.headersFor({ step, ...typed })),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshYear(service.yearId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing.size === 0) deed.mutate(undefined);
  };
  const fault = (field: string): string | undefined => (tried && missing.has(field) ? t(`voucherService.missing.${field as 'on' | 'rating' | 'broker'}`) : undefined);
  return (
    <Dialog title={t(`voucherService.stepTitle.${step}`, { number: fullNumber(service) })} open onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <DateField label={t(`voucherService.stepOn.${step}`)} value={typed.on} onChange={(on) => setTyped({ ...typed, on })} error={fault('on')} />
          {step === 'accept' && (
            <ChoiceField label={t('voucherService.rating')} value={typed.rating} onChange={(rating) => setTyped({ ...typed, rating })} choices={RATINGS.map((value) => ({ value, label: t(`voucherService.ratings.r${value}`) }))} error={fault('rating')} />
          )}
          {step === 'deliver' && service.brokerRequired && (
            <DateField label={t('voucherService.brokerReportedOn')} hint={t('voucherService.brokerHint')} value={typed.brokerReportedOn} onChange={(brokerReportedOn) => setTyped({ ...typed, brokerReportedOn })} error={fault('broker')} />
          )}
          {step === 'deliver' && <Deliverable document={typed.document} onChange={(document) => setTyped({ ...typed, document })} />}
          <TextField label={t('voucherService.note')} value={typed.note} onChange={(note) => setTyped({ ...typed, note })} maxLength={500} optional />
          <Refusal error={deed.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={deed.isPending}>
              {t(`voucherService.verb.${step}`)}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function Deliverable({ document, onChange }: { readonly document: StoredDocument | null; readonly onChange: (document: StoredDocument) => void }): ReactElement {
  const { t } = useTranslation();
  const say = useBilingual();
  const upload = useWrite({ mutationFn: (file: File) => uploadDocument(file), onSuccess: onChange });
  return (
    <>
      <FileDrop
        label={document === null ? t('voucherService.dropDeliverable') : document.fileName}
        buttonLabel={t('voucherService.chooseFile')}
        pending={upload.isPending}
        onFiles={([file]) => {
          if (file !== undefined) upload.mutate(file);
        }}
      />
      {upload.error !== null && <Callout tone="danger" title={say(problemFrom(upload.error).text)} urgent />}
      <p className={styles['note']}>{t('voucherService.deliverableHint')}</p>
    </>
  );
}

function missingIn(step: SimpleStep, service: ServiceDetail, typed: Typed): ReadonlySet<string> {
  const missing = new Set<string>();
  if (parseDateInput(typed.on) === null) missing.add('on');
  if (step === 'accept' && typed.rating === '') missing.add('rating');
  if (step === 'deliver' && service.brokerRequired && parseDateInput(typed.brokerReportedOn) === null) missing.add('broker');
  return missing;
}

function send(step: SimpleStep, id: string, typed: Typed, header: { 'Idempotency-Key': string }): Promise<void> {
  const on = parseDateInput(typed.on) ?? '';
  const note = typed.note.trim() === '' ? {} : { note: typed.note.trim() };
  switch (step) {
    case 'accept':
      return acceptService(id, { acceptedOn: on, rating: Number(typed.rating), ...note }, header);
    case 'inspect':
      return inspectService(id, { inspectedOn: on, ...note }, header);
    case 'deliver': {
      const broker = parseDateInput(typed.brokerReportedOn);
      return deliverService(id, { deliveredOn: on, ...note, ...(typed.document === null ? {} : { documentId: typed.document.id }), ...(broker === null ? {} : { brokerReportedOn: broker }) }, header);
    }
  }
}
