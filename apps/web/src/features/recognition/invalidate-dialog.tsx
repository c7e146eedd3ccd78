import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { previewHeaders, useIntent } from '../../api/intent.js';
import type { Evidence, Investment } from '../../api/types.js';
import { useWrite } from '../../api/use-write.js';
import { Button } from '../../design/button.js';
import { Callout } from '../../design/callout.js';
import { DateField } from '../../design/date-field.js';
import { Dialog, DialogActions } from '../../design/dialog.js';
import { focusFirstFault } from '../../design/form/focus.js';
import { Stack } from '../../design/page.js';
import { SelectField } from '../../design/select-field.js';
import { TextAreaField } from '../../design/text-field.js';
import { useDebounced } from '../../design/use-debounced.js';
import { parseDateInput } from '../../format/date.js';
import { refreshFund } from '../fund/refresh-fund.js';
import { EffectTable } from '../investment/effect-table.js';
import { Refusal } from '../rule/refusal.js';
import { invalidateEvidence, type InvalidateEvidence } from './recognition.requests.js';

const TURNS = ['FALSE_DOCUMENT', 'CANCELLED_AB_INITIO', 'LOST_STATUS', 'CORRECTED'] as const;
const PREVIEW_REASON = '(preview)';
const PAUSE_MS = 350;

interface Props {
  readonly investment: Investment;
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

/** Compliance says what became of a document, and sees which recognitions fall with it before it is recorded. */
export function InvalidateDialog({ investment, evidence, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const intent = useIntent();
  const element = useRef<HTMLFormElement>(null);
  const [turn, setTurn] = useState<string>('FALSE_DOCUMENT');
  const [happenedOn, setHappenedOn] = useState('');
  const [replacedById, setReplacedById] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const date = parseDateInput(happenedOn);
  const others = investment.evidence.filter(({ id, turns }) => id !== evidence.id && turns.length === 0);
  const body = { turn, happenedOn: date ?? '', reason: reason.trim(), ...(turn === 'CORRECTED' && replacedById !== '' ? { replacedById } : {}) } as InvalidateEvidence;
  const isReady = date !== null && (turn !== 'CORRECTED' || replacedById !== '');
  const save = useWrite({
    mutationFn: (input: InvalidateEvidence) => invalidateEvidence(investment.id, evidence.id, input, intent.headersFor(input)),
    onSubmitted: onClose,
    onSuccess: async () => {
      intent.done();
      await refreshFund(investment.fundId);
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isReady || reason.trim() === '') return focusFirstFault(element.current);
    save.mutate(body);
  };
  return (
    <Dialog title={`${evidence.kind} · ${t('recognition.turnAction')}`} open onClose={onClose} wide>
      <form ref={element} onSubmit={submit} noValidate>
        <Stack>
          <SelectField label={t('recognition.turn')} name="turn" value={turn} onChange={setTurn} choices={TURNS.map((value) => ({ value, label: t(`recognition.turns.${value}`) }))} hint={t(`recognition.turnHints.${turn as 'CORRECTED'}`)} />
          <DateField label={t('recognition.happenedOn')} name="happenedOn" value={happenedOn} onChange={setHappenedOn} {...(tried && date === null ? { error: t('investment.missingDate') } : {})} />
          {turn === 'CORRECTED' && (
            <SelectField
              label={t('recognition.replacedBy')}
              name="replacedById"
              value={replacedById}
              onChange={setReplacedById}
              emptyLabel={t('investment.choose')}
              choices={others.map(({ id, kind, issuedOn }) => ({ value: id, label: `${kind} ${issuedOn ?? ''}` }))}
              {...(tried && replacedById === '' ? { error: t('recognition.missingReplacement') } : {})}
            />
          )}
          <TextAreaField label={t('recognition.turnReason')} name="reason" value={reason} onChange={setReason} maxLength={2000} {...(tried && reason.trim() === '' ? { error: t('classification.missingReason') } : {})} />
          <TurnPreview investment={investment} evidence={evidence} body={isReady ? body : null} />
          <Refusal error={save.error} />
          <DialogActions>
            <Button tone="quiet" onPress={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" tone="danger" pending={save.isPending}>
              {t('recognition.turnSave')}
            </Button>
          </DialogActions>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The same command as a dry run: what falls, what stays, and the figures before and after. */
function TurnPreview({ investment, evidence, body }: { readonly investment: Investment; readonly evidence: Evidence; readonly body: InvalidateEvidence | null }): ReactElement | null {
  const { t } = useTranslation();
  const settled = useDebounced(body === null ? null : JSON.stringify({ ...body, reason: PREVIEW_REASON, dryRun: true }), PAUSE_MS);
  const preview = useQuery({
    queryKey: ['fund', investment.fundId, 'turn-preview', evidence.id, settled],
    queryFn: () => invalidateEvidence(investment.id, evidence.id, JSON.parse(settled ?? '{}') as InvalidateEvidence, previewHeaders()),
    enabled: settled !== null,
    retry: false,
  });
  if (settled === null) return null;
  if (preview.error !== null) return <Refusal error={preview.error} />;
  if (preview.data === undefined) return <p>{t('simulator.calculating')}</p>;
  const { revoked, kept, before, after, ratioBeforePercent, ratioAfterPercent } = preview.data;
  return (
    <Stack>
      {revoked.length > 0 && (
        <Callout tone="danger" title={t('recognition.falls', { count: revoked.length, before: ratioBeforePercent ?? '–', after: ratioAfterPercent ?? '–' })}>
          {revoked.map((deal) => (
            <p key={deal.investmentId}>
              {deal.number} {deal.company} · {t('recognition.fallsFrom', { date: deal.effectiveOn })}
            </p>
          ))}
        </Callout>
      )}
      {revoked.length === 0 && <Callout tone="information" title={kept.length > 0 ? t('recognition.keeps', { list: kept.join(', ') }) : t('recognition.nothingFalls')} />}
      {revoked.length > 0 && <EffectTable before={before} after={after} afterLabel={t('simulator.afterDecision')} />}
    </Stack>
  );
}
