import { both, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import type { GrantSettlementFacts } from '../grant-settlement.js';
import { stated } from '../../trace/ground.js';

const REGISTERED = stated('행의 관리번호로 등록한 기록', 'grant-asset.register');

/** What was bought and stays: where it is, until when nothing may be done with it, and what was done with it. */
export function assetsSection({ assets, names }: GrantSettlementFacts): ReportSection {
  const none: ReportBlock = { kind: 'text', text: both('등록된 장비·중요재산이 없습니다.', 'No equipment or important property is registered.') };
  const table: ReportBlock = {
    kind: 'table',
    caption: both(`장비·중요재산 (${assets.length}건)`, `Equipment and property (${assets.length})`),
    columns: [
      ...[column('number', '관리번호', 'No.'), column('kind', '구분', 'Kind'), column('name', '이름', 'Name'), column('registry', '등록번호', 'Registry'), column('location', '설치장소', 'Location')],
      ...[column('acquiredOn', '취득일', 'Acquired'), column('amountWon', '취득가액(원)', 'Cost (won)'), column('governmentWon', '정부지분(원)', 'Government (won)'), column('restrictedOn', '처분제한', 'Restricted until')],
      ...[centred('condition', '상태', 'Condition'), column('checkedOn', '확인일', 'Checked'), column('deed', '처분', 'Disposal')],
    ],
    grounds: { amountWon: REGISTERED, governmentWon: REGISTERED },
    rows: assets.map((each) => ({
      cells: {
        ...{ number: each.number, kind: nameIn(names.assets, each.kind), name: each.name, registry: textOr(each.registryNumber), location: each.location, acquiredOn: dateText(each.acquiredOn) },
        ...{ amountWon: wonText(each.amountWon), governmentWon: wonText(each.governmentWon), restrictedOn: dateText(each.restrictedUntil), condition: each.condition === null ? '미확인' : nameIn(names.conditions, each.condition) },
        ...{ checkedOn: dateText(each.checkedOn), deed: each.deed === null ? '-' : `${nameIn(names.deeds, each.deed)} (${dateText(each.disposedOn)})` },
      },
    })),
    totals: {
      ...{ number: '합계', kind: '', name: '', registry: '', location: '', acquiredOn: '', restrictedOn: '', condition: '', checkedOn: '', deed: '' },
      ...{ amountWon: wonText(total(assets, ({ amountWon }) => amountWon)), governmentWon: wonText(total(assets, ({ governmentWon }) => governmentWon)) },
    },
  };
  return { id: 'assets', title: both('9. 장비·중요재산', 'Equipment and important property'), blocks: [assets.length === 0 ? none : table] };
}
