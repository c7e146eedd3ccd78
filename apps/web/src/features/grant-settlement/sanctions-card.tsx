import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../design/button.js';
import { Card } from '../../design/card.js';
import { PlainTable } from '../../design/plain-table.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { FieldsDialog } from './fields-dialog.js';
import { sendSanctionAnswer, sendSanctionObjection, useSanctions, type Sanction } from './settlement.requests.js';

/** Penalties and bans of a call, with what was objected and answered; nothing where there are none. */
export function SanctionsCard({ callId }: { readonly callId: string }): ReactElement | null {
  const { t } = useTranslation();
  const term = useTerm();
  const sanctions = useSanctions(callId).data ?? [];
  if (sanctions.length === 0) return null;
  return (
    <Card title={t('grantSettlement.sanctions')} flush>
      <PlainTable
        label={t('grantSettlement.sanctions')}
        rows={sanctions}
        rowKey={({ id }) => id}
        columns={[
          { header: t('grantSettlement.number'), cell: ({ number }) => number },
          { header: t('grantSettlement.institution'), wrap: true, cell: ({ debtor, agreementNumber }) => `${debtor} (${agreementNumber})` },
          { header: t('grantSettlement.sanctionGround'), cell: ({ ground }) => term('clawbackGround', ground) },
          { header: t('grantSettlement.misspent'), align: 'right', cell: ({ misspentWon }) => formatWon(misspentWon) },
          { header: t('grantSettlement.penalty'), align: 'right', cell: ({ penaltyWon, answer }) => formatWon(answer?.penaltyWon ?? penaltyWon) },
          { header: t('grantSettlement.bans'), wrap: true, cell: ({ bans }) => bans.map(({ who, fromOn, toOn }) => (toOn < fromOn ? `${who}: ${t('grantSettlement.banLifted')}` : `${who}: ${fromOn} ~ ${toOn}`)).join(', ') },
          { header: t('grantSettlement.recovery'), cell: ({ recoveryId, recoveryNumber }) => (recoveryId === null ? '–' : <Link to={`/grants/${callId}/recoveries/${recoveryId}`}>{recoveryNumber}</Link>) },
          { header: t('grantSettlement.status'), cell: (sanction) => <SanctionStep callId={callId} sanction={sanction} /> },
        ]}
      />
    </Card>
  );
}

function SanctionStep({ callId, sanction }: { readonly callId: string; readonly sanction: Sanction }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const may = usePermissions();
  const [open, setOpen] = useState(false);
  if (sanction.answer !== null) return <>{term('sanctionOutcome', sanction.answer.outcome)}</>;
  const [verb, command] = sanction.objection === null ? (['object', 'grant-sanction.object'] as const) : (['answer', 'grant-sanction.answer'] as const);
  if (!may(command)) return <>{t(sanction.objection === null ? 'grantSettlement.objectionUntil' : 'grantSettlement.answerUntil', { on: sanction.objection?.answerDueOn ?? sanction.objectionUntil })}</>;
  return (
    <>
      <Button small onPress={() => setOpen(true)}>
        {t(`grantSettlement.deeds.${verb}`)}
      </Button>
      {open && verb === 'object' && (
        <FieldsDialog
          callId={callId}
          title={`${sanction.number} ${t('grantSettlement.deeds.object')}`}
          action={t('grantSettlement.deeds.object')}
          asked={[{ name: 'objectedOn', kind: 'date', label: t('grantSettlement.objectedOn'), value: todayInSeoul() }, { name: 'grounds', kind: 'area', label: t('grantSettlement.grounds') }]}
          send={(told, header) => sendSanctionObjection(sanction.id, { objectedOn: told['objectedOn'] ?? '', grounds: told['grounds'] ?? '' }, header)}
          onClose={() => setOpen(false)}
        />
      )}
      {open && verb === 'answer' && <AnswerDialog callId={callId} sanction={sanction} onClose={() => setOpen(false)} />}
    </>
  );
}

function AnswerDialog({ callId, sanction, onClose }: { readonly callId: string; readonly sanction: Sanction; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <FieldsDialog
      callId={callId}
      title={`${sanction.number} ${t('grantSettlement.deeds.answer')}`}
      action={t('grantSettlement.deeds.answer')}
      asked={[
        { name: 'outcome', kind: 'choice', label: t('grantSettlement.outcome'), value: 'UPHELD', choices: (['UPHELD', 'REDUCED', 'LIFTED'] as const).map((value) => ({ value, label: term('sanctionOutcome', value) })) },
        { name: 'reason', kind: 'area', label: t('grantSettlement.reason') },
        { name: 'penaltyWon', kind: 'won', label: t('grantSettlement.reducedPenalty'), optional: true },
        { name: 'banMonths', kind: 'number', label: t('grantSettlement.reducedBan'), optional: true },
      ]}
      send={({ outcome = '', reason = '', penaltyWon, banMonths }, header) =>
        sendSanctionAnswer(sanction.id, { outcome: outcome as 'UPHELD', reason, ...(penaltyWon === undefined ? {} : { penaltyWon }), ...(banMonths === undefined ? {} : { banMonths: Number(banMonths) }) }, header)
      }
      onClose={onClose}
    />
  );
}
