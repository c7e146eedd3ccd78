import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useBilingual } from '../../i18n/bilingual.js';
import { useTerm } from '../../i18n/term.js';
import { DeedDialog } from '../grant-outcome/deed-dialog.js';
import { useAgreementChoices } from '../grant-outcome/use-agreement-choices.js';
import { declareIncome, divideRoyalty, notifyRoyalty, receiveClaim, registerTechnology, remitClaims, type AgreementRoyalty, type OutcomeClaim, type StatementYear, type Technology } from './royalty.requests.js';

interface Props {
  readonly callId: string;
  readonly onClose: () => void;
}

const USES = ['LICENCE', 'OWN_USE'] as const;
const BASES = ['INNOVATION_ACT', 'TRANSFER_ACT'] as const;

export function TechnologyDialog({ callId, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const agreements = useAgreementChoices(callId);
  return (
    <DeedDialog
      {...{ callId, name: 'technology', onClose, send: registerTechnology }}
      title={t('royalty.registerTitle')}
      action={t('royalty.register')}
      fields={[
        { name: 'agreementId', kind: 'select', label: t('grantOutcome.agreement'), choices: agreements },
        { name: 'name', kind: 'text', label: t('royalty.technology'), maxLength: 300 },
        { name: 'patentNumber', kind: 'text', label: t('royalty.patent'), optional: true, maxLength: 50 },
        { name: 'company.name', kind: 'text', label: t('royalty.company') },
        { name: 'company.businessNumber', kind: 'text', label: t('grantOutcome.businessNumber'), maxLength: 20 },
        { name: 'use', kind: 'select', label: t('royalty.use'), initial: 'LICENCE', choices: USES.map((value) => ({ value, label: term('resultUse', value) })) },
        { name: 'contributionBasisPoints', kind: 'percent', label: t('royalty.contribution'), when: ({ use }) => use === 'OWN_USE' },
        { name: 'contractedOn', kind: 'date', label: t('royalty.contractedOn') },
      ]}
    />
  );
}

export function DeclareDialog({ callId, technology, onClose }: Props & { readonly technology: Technology }): ReactElement {
  const { t } = useTranslation();
  const lastYear = Number(todayInSeoul().slice(0, 4)) - 1;
  return (
    <DeedDialog
      {...{ callId, name: `declare ${technology.id}`, onClose, send: (body, header) => declareIncome(technology.id, body, header) }}
      title={t('royalty.declareTitle', { technology: technology.name })}
      action={t('royalty.declare')}
      lead={t('royalty.declareLead')}
      fields={[
        { name: 'year', kind: 'integer', label: t('royalty.year'), initial: String(lastYear) },
        { name: 'incomeWon', kind: 'won', label: t(technology.use === 'LICENCE' ? 'royalty.licence' : 'royalty.sales') },
        { name: 'collectedOn', kind: 'date', label: t('royalty.collectedOn'), when: ({ incomeWon }) => (incomeWon ?? '').trim() !== '0' },
        { name: 'declaredOn', kind: 'date', label: t('royalty.declaredOn'), initial: todayInSeoul() },
        { name: 'jobs', kind: 'integer', label: t('royalty.jobs'), optional: true },
      ]}
    />
  );
}

export function NotifyDialog({ callId, royalty, year, onClose }: Props & { readonly royalty: AgreementRoyalty; readonly year: StatementYear }): ReactElement {
  const { t } = useTranslation();
  return (
    <DeedDialog
      {...{ callId, name: `notify ${royalty.agreementId}`, onClose, send: (body, header) => notifyRoyalty(royalty.agreementId, { ...body, year: year.year }, header) }}
      title={t('royalty.notifyTitle', { agreement: royalty.agreementNumber, year: year.year })}
      action={t('royalty.notify')}
      fields={[
        { name: 'amountWon', kind: 'won', label: t('royalty.toClaim'), initial: formatWon(year.noticeWon) },
        { name: 'noticeOn', kind: 'date', label: t('royalty.noticeOn'), initial: todayInSeoul() },
      ]}
      preview={({ amountWon, dueOn }) => (
        <Facts
          facts={[
            { label: t('royalty.claimed'), value: formatWon(amountWon) },
            { label: t('royalty.dueOn'), value: dueOn },
          ]}
        />
      )}
    />
  );
}

export function DivideDialog({ callId, technology, onClose }: Props & { readonly technology: Technology }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const say = useBilingual();
  const last = technology.declarations.at(-1);
  return (
    <DeedDialog
      {...{ callId, name: `divide ${technology.id}`, onClose, send: (body, header) => divideRoyalty(technology.id, body, header) }}
      title={t('royalty.divideTitle', { technology: technology.name })}
      action={t('royalty.divide')}
      lead={t('royalty.divideLead')}
      fields={[
        { name: 'year', kind: 'integer', label: t('royalty.year'), initial: String(last?.year ?? '') },
        { name: 'basis', kind: 'select', label: t('royalty.basis'), initial: 'INNOVATION_ACT', choices: BASES.map((value) => ({ value, label: term('divisionBasis', value) })) },
        { name: 'amountWon', kind: 'won', label: t('royalty.toDivide'), initial: last === undefined ? '' : formatWon(last.incomeWon) },
        { name: 'dividedOn', kind: 'date', label: t('royalty.dividedOn'), initial: todayInSeoul() },
      ]}
      preview={({ parts }) => <Facts facts={parts.map(({ name, amountWon, leastBasisPoints }) => ({ label: leastBasisPoints === null ? say(name) : t('royalty.least', { name: say(name), percent: leastBasisPoints / 100 }), value: formatWon(amountWon) }))} />}
    />
  );
}

export function ReceiveDialog({ callId, claim, onClose }: Props & { readonly claim: OutcomeClaim }): ReactElement {
  const { t } = useTranslation();
  return (
    <DeedDialog
      {...{ callId, name: `receive ${claim.id}`, onClose, send: (body, header) => receiveClaim(claim.id, body, header) }}
      title={`${claim.number} ${t('royalty.receive')}`}
      action={t('royalty.receive')}
      fields={[
        { name: 'amountWon', kind: 'won', label: t('royalty.received'), initial: formatWon(claim.openWon) },
        { name: 'valueOn', kind: 'date', label: t('royalty.valueOn'), initial: todayInSeoul() },
        { name: 'bankReference', kind: 'text', label: t('royalty.bankReference'), optional: true, maxLength: 100 },
      ]}
      preview={({ beforeWon, afterWon }) => <Facts facts={[{ label: t('royalty.open'), value: `${formatWon(beforeWon)} → ${formatWon(afterWon)}` }]} />}
    />
  );
}

export function RemitDialog({ callId, heldWon, onClose }: Props & { readonly heldWon: string }): ReactElement {
  const { t } = useTranslation();
  return (
    <DeedDialog
      {...{ callId, name: 'remit', onClose, send: (body, header) => remitClaims(callId, body, header) }}
      title={t('royalty.remitTitle')}
      action={t('royalty.remit')}
      fields={[
        { name: 'amountWon', kind: 'won', label: t('royalty.toRemit'), initial: formatWon(heldWon) },
        { name: 'remittedOn', kind: 'date', label: t('royalty.remittedOn'), initial: todayInSeoul() },
        { name: 'treasuryNumber', kind: 'text', label: t('royalty.treasuryNumber'), maxLength: 50 },
      ]}
      preview={({ beforeWon, afterWon }) => <Facts facts={[{ label: t('royalty.held'), value: `${formatWon(beforeWon)} → ${formatWon(afterWon)}` }]} />}
    />
  );
}
