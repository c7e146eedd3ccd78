import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../design/facts.js';
import { todayInSeoul } from '../../format/date.js';
import { formatWon } from '../../format/won.js';
import { useTerm } from '../../i18n/term.js';
import { DeedDialog } from '../grant-outcome/deed-dialog.js';
import { useAgreementChoices } from '../grant-outcome/use-agreement-choices.js';
import { approveDisposal, confirmAsset, disposeAsset, registerAsset, type GrantAsset } from './asset.requests.js';

interface OfAsset {
  readonly callId: string;
  readonly asset: GrantAsset;
  readonly onClose: () => void;
}

const KINDS = ['EQUIPMENT', 'PROTOTYPE', 'REAL_ESTATE', 'INTANGIBLE', 'OTHER'] as const;
const CONDITIONS = ['IN_USE', 'IDLE', 'BROKEN', 'MISSING'] as const;
const DEEDS = ['SALE', 'TRANSFER', 'EXCHANGE', 'DISCARD', 'LEASE', 'PLEDGE', 'OTHER_USE'] as const;

export function RegisterAssetDialog({ callId, onClose }: { readonly callId: string; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const agreements = useAgreementChoices(callId);
  return (
    <DeedDialog
      {...{ callId, name: 'asset', onClose, send: registerAsset }}
      title={t('grantAsset.registerTitle')}
      action={t('grantAsset.register')}
      fields={[
        { name: 'agreementId', kind: 'select', label: t('grantOutcome.agreement'), choices: agreements },
        { name: 'kind', kind: 'select', label: t('grantAsset.kind'), initial: 'EQUIPMENT', choices: KINDS.map((value) => ({ value, label: term('assetKind', value) })) },
        { name: 'name', kind: 'text', label: t('grantAsset.name') },
        { name: 'maker', kind: 'text', label: t('grantAsset.maker'), optional: true, maxLength: 100 },
        { name: 'serial', kind: 'text', label: t('grantAsset.serial'), optional: true, maxLength: 100 },
        { name: 'registryNumber', kind: 'text', label: t('grantAsset.registry'), optional: true, maxLength: 50, when: ({ kind }) => kind === 'EQUIPMENT' },
        { name: 'location', kind: 'text', label: t('grantAsset.location') },
        { name: 'acquiredOn', kind: 'date', label: t('grantAsset.acquiredOn') },
        { name: 'amountWon', kind: 'won', label: t('grantAsset.amount') },
      ]}
      preview={({ governmentWon, restrictedUntil }) => (
        <Facts
          facts={[
            { label: t('grantAsset.government'), value: formatWon(governmentWon) },
            { label: t('grantAsset.restriction'), value: restrictedUntil },
          ]}
        />
      )}
    />
  );
}

export function ConfirmDialog({ callId, asset, onClose }: OfAsset): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <DeedDialog
      {...{ callId, name: `check ${asset.id}`, onClose, send: (body, header) => confirmAsset(asset.id, body, header) }}
      title={t('grantAsset.confirmTitle', { asset: asset.name })}
      action={t('grantAsset.confirm')}
      fields={[
        { name: 'periodTo', kind: 'date', label: t('grantAsset.period'), initial: asset.nextPeriodTo ?? '' },
        { name: 'checkedOn', kind: 'date', label: t('grantAsset.checkedOn'), initial: todayInSeoul() },
        { name: 'condition', kind: 'select', label: t('grantAsset.condition'), initial: 'IN_USE', choices: CONDITIONS.map((value) => ({ value, label: term('assetCondition', value) })) },
        { name: 'location', kind: 'text', label: t('grantAsset.location'), initial: asset.location },
        { name: 'note', kind: 'area', label: t('grantAsset.note'), when: ({ condition }) => condition !== 'IN_USE' },
      ]}
    />
  );
}

export function ApproveDialog({ callId, asset, onClose }: OfAsset): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  return (
    <DeedDialog
      {...{ callId, name: `leave ${asset.id}`, onClose, send: (body, header) => approveDisposal(asset.id, body, header) }}
      title={t('grantAsset.approveTitle', { asset: asset.name })}
      action={t('grantAsset.approve')}
      lead={t('grantAsset.approveLead')}
      fields={[
        { name: 'deed', kind: 'select', label: t('grantAsset.deed'), initial: 'SALE', choices: DEEDS.map((value) => ({ value, label: term('assetDeed', value) })) },
        { name: 'counterparty', kind: 'text', label: t('grantAsset.counterparty'), when: ({ deed }) => deed !== 'DISCARD' && deed !== 'OTHER_USE' },
        { name: 'expectedWon', kind: 'won', label: t('grantAsset.expected') },
        { name: 'reason', kind: 'area', label: t('grantOutcome.reason') },
      ]}
      preview={({ governmentWon, validThrough }) => (
        <Facts
          facts={[
            { label: t('grantAsset.governmentOfExpected'), value: formatWon(governmentWon) },
            { label: t('grantAsset.validThrough'), value: validThrough },
          ]}
        />
      )}
    />
  );
}

export function DisposeDialog({ callId, asset, onClose }: OfAsset): ReactElement {
  const { t } = useTranslation();
  const term = useTerm();
  const open = asset.approvals.filter(({ state }) => state === 'OPEN');
  return (
    <DeedDialog
      {...{ callId, name: `disposal ${asset.id}`, onClose, send: (body, header) => disposeAsset(asset.id, body, header) }}
      title={t('grantAsset.disposeTitle', { asset: asset.name })}
      action={t('grantAsset.dispose')}
      fields={[
        { name: 'approvalId', kind: 'select', label: t('grantAsset.approval'), initial: open[0]?.id ?? '', choices: open.map(({ id, deed, validThrough }) => ({ value: id, label: `${term('assetDeed', deed)} (~${validThrough})` })) },
        { name: 'disposedOn', kind: 'date', label: t('grantAsset.disposedOn'), initial: todayInSeoul() },
        { name: 'proceedsWon', kind: 'won', label: t('grantAsset.proceeds') },
      ]}
      preview={({ governmentWon, claim }) => (
        <Facts
          facts={[
            { label: t('grantAsset.governmentOfProceeds'), value: formatWon(governmentWon) },
            claim === null ? null : { label: t('royalty.claimed'), value: `${formatWon(claim.amountWon)} (~${claim.dueOn})` },
          ]}
        />
      )}
    />
  );
}
