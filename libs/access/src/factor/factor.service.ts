import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Actor } from '#libs/command';
import { DataSource } from 'typeorm';
import type { Passkey } from '../passkey/passkey.js';
import { listPasskeys } from '../passkey/passkey.store.js';
import { getFactorOverview, type FactorOverview } from './factor.query.js';

export interface OwnFactors extends FactorOverview {
  readonly ownPasskeys: readonly Passkey[];
}

@Injectable()
export class FactorService {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** What this person has to prove who they are; read as the application, because nobody else may see it. */
  async list(actor: Actor): Promise<OwnFactors> {
    const overview = await getFactorOverview(this.source.manager, actor.userId);
    return { ...overview, ownPasskeys: await listPasskeys(this.source.manager, actor.userId) };
  }
}
