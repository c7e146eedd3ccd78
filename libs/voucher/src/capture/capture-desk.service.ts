import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AwaitingApproval, CommandRunner, type Actor, type CommandOutcome, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { DomainError, notFound } from '#libs/errors';
import { getYear } from '../year/year.query.js';
import { CaptureBatch, type CapturedService } from './capture.service.js';
import { servicesOutside } from './capture.store.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

/** What came of one claim among many. */
export type CaptureAnswer =
  | { readonly kind: 'CAPTURED'; readonly serviceId: string; readonly result: CapturedService }
  | { readonly kind: 'REFUSED'; readonly serviceId: string; readonly refusal: DomainError }
  | { readonly kind: 'WAITING'; readonly serviceId: string };

/** Decides on claims, one or many: each is a request of its own that travels with whatever else is decided at the moment. */
@Injectable()
export class CaptureDesk {
  constructor(
    private readonly runner: CommandRunner,
    private readonly reader: Reader,
    private readonly batch: CaptureBatch,
  ) {}

  capture(request: Request, serviceId: string, dryRun: boolean): Promise<CommandOutcome<CapturedService>> {
    return this.runner.gather(this.batch, { ...request, dryRun, input: { serviceId } });
  }

  /** Every claim is answered for itself; one that is refused does not stop the others. All of them have to lie in the year. */
  async captureMany(request: Request, yearId: string, serviceIds: readonly string[]): Promise<readonly CaptureAnswer[]> {
    const [strange] = await this.reader.read(request.actor, async (tx) => servicesOutside(tx, (await getYear(tx, yearId)).id, serviceIds));
    if (strange !== undefined) throw notFound({ ko: '서비스', en: 'service' }, strange);
    return Promise.all(serviceIds.map((serviceId) => this.answer({ ...request, idempotencyKey: keyOf(request.idempotencyKey, serviceId) }, serviceId)));
  }

  private async answer(request: Request, serviceId: string): Promise<CaptureAnswer> {
    try {
      return { kind: 'CAPTURED', serviceId, result: (await this.capture(request, serviceId, false)).result };
    } catch (error) {
      if (error instanceof AwaitingApproval) return { kind: 'WAITING', serviceId };
      if (error instanceof DomainError && error.kind !== 'forbidden') return { kind: 'REFUSED', serviceId, refusal: error };
      throw error;
    }
  }
}

/** The same request sent again finds what it did for each claim. */
function keyOf(key: string, serviceId: string): string {
  return createHash('sha256').update(`${key} ${serviceId}`).digest('hex');
}
