import { anchorIsSigned, type Anchor } from '../anchor/anchor.js';
import type { AnchorFile } from '../anchor/anchor-folder.js';
import type { Batch } from '../chain/batch.js';
import { sealFinding, type Findings } from './finding.js';

/** Compares a chain with the anchors that were taken of it, while somebody walks along it. */
export class AnchorCheck {
  private readonly waiting = new Map<number, { readonly name: string; readonly anchor: Anchor }[]>();
  private readonly met = new Set<number>();

  constructor(
    files: readonly AnchorFile[],
    private readonly findings: Findings,
  ) {
    for (const { name, anchor } of files) {
      if (anchor === null || !anchorIsSigned(anchor)) {
        findings.add(sealFinding('ANCHOR', anchor?.number ?? null, { ko: `앵커 파일 ${name}의 형식이나 서명이 올바르지 않습니다.`, en: `The anchor file ${name} cannot be read or is not signed by the key it names.` }));
      } else {
        this.waiting.set(anchor.number, [...(this.waiting.get(anchor.number) ?? []), { name, anchor }]);
      }
    }
  }

  /** How many batches of the chain stand where an anchor says, however many copies of it there are. */
  get count(): number {
    return this.met.size;
  }

  pass(batch: Pick<Batch, 'number' | 'chainHash'>): void {
    for (const { name, anchor } of this.waiting.get(batch.number) ?? []) {
      if (anchor.chainHash === batch.chainHash) this.met.add(batch.number);
      else this.findings.add(sealFinding('ANCHOR', batch.number, { ko: `봉인 ${batch.number}회차가 앵커 ${name}과 다릅니다. 그 뒤에 사슬이 다시 쓰였습니다.`, en: `Batch ${batch.number} is not the one in the anchor ${name}: the chain was written anew.` }));
    }
    this.waiting.delete(batch.number);
  }

  /** Anchors of batches that never came: the chain was cut. */
  end(): void {
    for (const [number, anchors] of this.waiting) {
      for (const { name } of anchors) {
        this.findings.add(sealFinding('ANCHOR', number, { ko: `앵커 ${name}의 봉인 ${number}회차가 사슬에 없습니다. 사슬의 끝이 잘렸습니다.`, en: `Batch ${number} of the anchor ${name} is not on the chain: its end was cut off.` }));
      }
    }
  }
}
