import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { usePermissions } from '../session/use-session.js';
import { FieldsDialog, type Asked, type Send, type Told } from './fields-dialog.js';
import styles from './settlement.module.css';
import { sendAnswer, sendDecision, sendFinal, sendObjection, sendReport, sendSanction, sendVerification, type Worksheet } from './settlement.requests.js';

interface Deed {
  readonly name: 'report' | 'yearly' | 'verify' | 'decide' | 'object' | 'answer' | 'finalize' | 'sanction';
  readonly command: string;
  readonly possible: boolean;
  readonly main?: boolean;
  readonly asked: readonly Asked[];
  /** The API can say beforehand what it would do. */
  readonly previewed?: true;
  readonly send: Send;
}

/** What can be done about a stage as it stands, the next step first in colour. */
export function SettlementDeeds({ sheet }: { readonly sheet: Worksheet }): ReactElement | null {
  const { t } = useTranslation();
  const may = usePermissions();
  const [opened, setOpened] = useState<Deed['name'] | null>(null);
  const [before, after] = [useDeedsBefore(sheet), useDeedsAfter(sheet)];
  const offered = [...before, ...after].filter(({ possible, command }) => possible && may(command as Parameters<typeof may>[0]));
  const deed = offered.find(({ name }) => name === opened);
  if (offered.length === 0) return null;
  return (
    <div className={styles['actions']}>
      {offered.map(({ name, main }) => (
        <Button key={name} small tone={main === true ? 'primary' : 'secondary'} onPress={() => setOpened(name)}>
          {t(`grantSettlement.deeds.${name}`)}
        </Button>
      ))}
      {deed !== undefined && (
        <FieldsDialog
          callId={sheet.callId}
          title={`${sheet.form.header.agreementNumber} ${t(`grantSettlement.deeds.${deed.name}`)}`}
          action={t(`grantSettlement.deeds.${deed.name}`)}
          asked={deed.asked}
          send={deed.send}
          previewed={deed.previewed === true}
          onClose={() => setOpened(null)}
        >
          <p className={styles['note']}>{t(`grantSettlement.leads.${deed.name}`, { amount: formatWon(sheet.form.returns.noticeWon) })}</p>
        </FieldsDialog>
      )}
    </div>
  );
}

const given = (told: Told, names: readonly string[]): Record<string, string> => Object.fromEntries(names.flatMap((name) => (told[name] === undefined ? [] : [[name, told[name]]])));

/** What comes before the decision: the report, the verification, the decision itself. */
function useDeedsBefore(sheet: Worksheet): readonly Deed[] {
  const { t } = useTranslation();
  const term = useTerm();
  const { agreementId, form, decided } = sheet;
  const [stage, today] = [form.header.stage, todayInSeoul()];
  const stated = ['usedWon', 'unusedWon', 'disallowedWon', 'inKindShortageWon', 'interestWon', 'totalWon'] as const;
  return [
    {
      ...{ name: 'decide', command: 'grant-settlement.decide', possible: decided.length === 0, main: true },
      asked: [{ name: 'noticeOn', kind: 'date', label: t('grantSettlement.noticeOn'), value: today }],
      previewed: true,
      send: ({ noticeOn = '' }, header, how) => sendDecision(agreementId, { ...how, stage, noticeOn, noticeWon: form.returns.noticeWon }, header),
    },
    {
      ...{ name: 'report', command: 'grant-settlement.report', possible: decided.length === 0 },
      asked: [
        { name: 'receivedOn', kind: 'date', label: t('grantSettlement.receivedOn'), value: today },
        ...stated.map((name): Asked => ({ name, kind: 'won', label: t(`grantSettlement.statedFigures.${name}`), optional: true })),
        { name: 'note', kind: 'area', label: t('grantSettlement.remark'), optional: true },
      ],
      send: (told, header) => sendReport(agreementId, { kind: 'SETTLEMENT', stage, receivedOn: told['receivedOn'] ?? '', ...given(told, [...stated, 'note']) }, header),
    },
    {
      ...{ name: 'yearly', command: 'grant-settlement.report', possible: form.header.regime === 'RND' && decided.length === 0 },
      asked: [
        { name: 'fiscalYear', kind: 'number', label: t('grantSettlement.fiscalYear'), value: String(Number(today.slice(0, 4)) - 1) },
        { name: 'receivedOn', kind: 'date', label: t('grantSettlement.receivedOn'), value: today },
        { name: 'usedWon', kind: 'won', label: t('grantSettlement.statedFigures.usedWon'), optional: true },
        { name: 'note', kind: 'area', label: t('grantSettlement.remark'), optional: true },
      ],
      send: (told, header) => sendReport(agreementId, { kind: 'YEARLY_USE', stage, fiscalYear: Number(told['fiscalYear'] ?? '0'), receivedOn: told['receivedOn'] ?? '', ...given(told, ['usedWon', 'note']) }, header),
    },
    {
      ...{ name: 'verify', command: 'grant-verification.record', possible: true },
      asked: [
        { name: 'auditor', kind: 'text', label: t('grantSettlement.auditor') },
        { name: 'opinion', kind: 'choice', label: t('grantSettlement.opinion'), value: 'CLEAN', choices: (['CLEAN', 'QUALIFIED', 'ADVERSE', 'DISCLAIMED'] as const).map((value) => ({ value, label: term('auditOpinion', value) })) },
        { name: 'findings', kind: 'area', label: t('grantSettlement.findings'), optional: true },
        { name: 'reportedOn', kind: 'date', label: t('grantSettlement.writtenOn'), value: today },
        { name: 'receivedOn', kind: 'date', label: t('grantSettlement.receivedOn'), value: today },
      ],
      send: (told, header) =>
        sendVerification(agreementId, { kind: 'SETTLEMENT', stage, auditor: told['auditor'] ?? '', opinion: (told['opinion'] ?? '') as 'CLEAN', reportedOn: told['reportedOn'] ?? '', receivedOn: told['receivedOn'] ?? '', ...given(told, ['findings']) }, header),
    },
  ];
}

/** What follows it: objection, answer, the end; and a sanction where money was misused. */
function useDeedsAfter(sheet: Worksheet): readonly Deed[] {
  const { t } = useTranslation();
  const term = useTerm();
  const { agreementId, form, decided } = sheet;
  const [today, last] = [todayInSeoul(), decided.at(-1)];
  const [id, standing] = [last?.id ?? '', last !== undefined && last.final === null];
  const objected = last?.objection !== null && last?.answer === null;
  return [
    {
      ...{ name: 'finalize', command: 'grant-settlement.finalize', possible: standing && !objected, main: true },
      asked: [
        { name: 'noticeOn', kind: 'date', label: t('grantSettlement.demandOn'), value: today },
        { name: 'acceptedOn', kind: 'date', label: t('grantSettlement.acceptedOn'), hint: t('grantSettlement.acceptedHint', { on: last?.objectionUntil ?? '' }), optional: true },
        { name: 'dueOn', kind: 'date', label: t('grantSettlement.payUntil'), hint: t('grantSettlement.payHint'), optional: true },
        { name: 'instalments', kind: 'number', label: t('grantSettlement.instalments'), value: '1' },
      ],
      previewed: true,
      send: (told, header, how) => sendFinal(id, { ...how, noticeOn: told['noticeOn'] ?? '', instalments: Number(told['instalments'] ?? '1'), ...given(told, ['acceptedOn', 'dueOn']) }, header),
    },
    {
      ...{ name: 'object', command: 'grant-settlement.object', possible: standing && last?.objection === null },
      asked: [{ name: 'objectedOn', kind: 'date', label: t('grantSettlement.objectedOn'), value: today }, { name: 'grounds', kind: 'area', label: t('grantSettlement.grounds') }],
      send: ({ objectedOn = '', grounds = '' }, header) => sendObjection(id, { objectedOn, grounds }, header),
    },
    {
      ...{ name: 'answer', command: 'grant-settlement.answer', possible: standing && objected, main: true },
      asked: [
        { name: 'outcome', kind: 'choice', label: t('grantSettlement.outcome'), value: 'REJECTED', choices: (['REJECTED', 'PARTLY', 'ACCEPTED'] as const).map((value) => ({ value, label: term('objectionOutcome', value) })) },
        { name: 'reason', kind: 'area', label: t('grantSettlement.reason') },
        { name: 'noticeOn', kind: 'date', label: t('grantSettlement.noticeOn'), value: today },
      ],
      previewed: true,
      send: ({ outcome = '', reason = '', noticeOn = '' }, header, how) => sendAnswer(id, { ...how, outcome: outcome as 'REJECTED', reason, noticeOn, ...(outcome === 'REJECTED' ? {} : { noticeWon: form.returns.noticeWon }) }, header),
    },
    {
      ...{ name: 'sanction', command: 'grant-sanction.decide', possible: form.returns.disallowedWon !== '0' },
      asked: [
        { name: 'ground', kind: 'choice', label: t('grantSettlement.sanctionGround'), value: 'OFF_PURPOSE', choices: (['OFF_PURPOSE', 'FALSE_CLAIM', 'CONDITION_BREACH', 'REQUIREMENT_UNMET'] as const).map((value) => ({ value, label: term('clawbackGround', value) })) },
        { name: 'improperOn', kind: 'date', label: t('grantSettlement.improperOn'), value: form.disallowed[0]?.spentOn ?? '' },
        { name: 'misspentWon', kind: 'won', label: t('grantSettlement.misspent'), value: formatWon(form.returns.disallowedWon) },
        { name: 'penaltyWon', kind: 'won', label: t('grantSettlement.penalty'), hint: t('grantSettlement.penaltyHint'), optional: true },
        { name: 'adjustment', kind: 'area', label: t('grantSettlement.adjustment'), optional: true },
        { name: 'banMonths', kind: 'number', label: t('grantSettlement.banMonths'), value: '6' },
        { name: 'reason', kind: 'area', label: t('grantSettlement.reason') },
      ],
      send: (told, header) =>
        sendSanction(
          agreementId,
          { ground: (told['ground'] ?? '') as 'OFF_PURPOSE', improperOn: told['improperOn'] ?? '', noticeOn: today, misspentWon: told['misspentWon'] ?? '', banMonths: Number(told['banMonths'] ?? '0'), reason: told['reason'] ?? '', ...given(told, ['penaltyWon', 'adjustment']) },
          header,
        ),
    },
  ];
}
