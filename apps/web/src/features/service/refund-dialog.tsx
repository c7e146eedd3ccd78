import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { Stack } from '../../design/page.js';
import { ChoiceField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { WonField } from '../../design/won-field.js';
import { parseDateInput, todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import { PostedEntries } from '../ledger/posted-entries.js';
import { Refusal } from '../rule/refusal.js';
import { refreshYear } from '../voucher-year/voucher-year.queries.js';
import { MoneyTable } from './effect-table.js';
import { refundService, type RefundForm, type ServiceDetail } from './service.requests.js';
import { fullNumber } from './services-table.js';
import styles from './service.module.css';

interface Props {
  readonly service: ServiceDetail;
  readonly onClose: () => void;
}

type Kind = RefundForm['kind'];

interface Typed {
  readonly kind: Kind;
  readonly on: string;
  readonly reason: string;
  readonly supply: string;
  readonly vat: string;
  readonly publicLot: string;
  readonly selfLot: string;
  readonly vatLot: string;
}

const KINDS = ['WHOLE', 'PRO_RATA', 'PART'] as const satisfies readonly Kind[];
/** The amounts that each kind asks for. */
const AMOUNTS: Readonly<Record<Kind, readonly (keyof Typed)[]>> = { WHOLE: [], PRO_RATA: ['supply', 'vat'], PART: ['publicLot', 'selfLot', 'vatLot'] };
const PAUSE_MS = 350;
const LEAST_REASON = 2;

/** What a provider gave back: every won returns to the lot it came from, and that is shown before it is recorded. */
export function RefundDialog({ service, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const [typed, setTyped] = useState<Typed>({ kind: 'WHOLE', on: todayInSeoul(), reason: '', supply: '', vat: '0', publicLot: formatWon(service.governmentWon), selfLot: formatWon(service.selfWon), vatLot: formatWon(service.vatWon) });
  const [tried, setTried] = useState(false);
  const body = bodyOf(typed);
  const settled = useDebounced(body === null ? null : JSON.stringify({ ...body, reason: '-'.repeat(LEAST_REASON) }), PAUSE_MS);
  const missingReason = typed.reason.trim().length < LEAST_REASON;
  const refund = useWrite({
    mutationFn: (input: RefundForm) => refundService(service.id, input, intent.headersFor(input)),
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
    if (body !== null && !missingReason) refund.mutate(body);
  };
  return (
    <Dialog title={t('voucherService.refundTitle', { number: fullNumber(service) })} open onClose={onClose} wide>
      <form onSubmit={submit} noValidate>
        <Stack>
          <ChoiceField label={t('voucherService.refundKind')} value={typed.kind} onChange={(kind) => setTyped({ ...typed, kind: kind as Kind })} choices={KINDS.map((kind) => ({ value: kind, label: t(`voucherService.refundKinds.${kind}`) }))} />
          <p className={styles['note']}>{t(`voucherService.refundLeads.${typed.kind}`)}</p>
          <div className={styles['two']}>
            {AMOUNTS[typed.kind].map((field) => (
              <WonField key={field} label={t(`voucherService.refundAmounts.${field as 'supply' | 'vat' | 'publicLot' | 'selfLot' | 'vatLot'}`)} value={typed[field]} onChange={(value) => setTyped({ ...typed, [field]: value })} error={tried && !parseWonInput(typed[field]).ok ? t('voucherService.missingAmount') : undefined} />
            ))}
            <DateField label={t('voucherService.returnedOn')} value={typed.on} onChange={(on) => setTyped({ ...typed, on })} error={tried && parseDateInput(typed.on) === null ? t('voucherService.missingDate') : undefined} />
          </div>
          <TextAreaField label={t('voucherService.reason')} hint={t('voucherService.reasonHint')} value={typed.reason} onChange={(reason) => setTyped({ ...typed, reason })} maxLength={500} error={tried && missingReason ? t('voucherService.missingReason') : undefined} />
          <RefundPreview service={service} settled={settled} />
          <Refusal error={refund.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="primary" pending={refund.isPending}>
              {t('voucherService.verb.refund')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

function RefundPreview({ service, settled }: { readonly service: ServiceDetail; readonly settled: string | null }): ReactElement {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: ['voucher-year', service.yearId, 'refund-preview', service.id, settled],
    queryFn: () => refundService(service.id, { ...(JSON.parse(settled ?? '{}') as RefundForm), dryRun: true }, previewHeaders()),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
  if (settled === null) return <p className={styles['note']}>{t('voucherService.refundWaiting')}</p>;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p className={styles['note']}>{t('simulator.calculating')}</p>;
  const { returned, before, after, entries } = preview.data;
  return (
    <Stack>
      <p>{t('voucherService.refundLots', { public: formatWon(returned.publicWon), self: formatWon(returned.selfWon), vat: formatWon(returned.vatWon) })}</p>
      <MoneyTable before={before} after={after} />
      {entries.length > 0 && <PostedEntries entries={entries} />}
    </Stack>
  );
}

/** As the API takes it; null while it cannot be read. */
function bodyOf(typed: Typed): RefundForm | null {
  const returnedOn = parseDateInput(typed.on);
  const amounts = AMOUNTS[typed.kind].map((field) => parseWonInput(typed[field]));
  if (returnedOn === null || amounts.some(({ ok }) => !ok)) return null;
  const [one = '0', two = '0', three = '0'] = amounts.map((amount) => (amount.ok ? amount.amount.toString() : ''));
  const common = { kind: typed.kind, returnedOn, reason: typed.reason.trim() };
  if (typed.kind === 'PRO_RATA') return { ...common, supplyWon: one, vatWon: two };
  return typed.kind === 'PART' ? { ...common, lots: { publicWon: one, selfWon: two, vatWon: three } } : common;
}
