import { Controller, Get, HttpCode, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey } from '#libs/http';
import { map, type Observable } from 'rxjs';
import type { Batch } from '../chain/batch.js';
import { SealBatchDto, SealBatchesQuery, SealStatusDto } from './seal.dto.js';
import { SealService } from './seal.service.js';
import { VerificationService } from './verification.service.js';

const DEFAULT_PAGE = 50;

@ApiTags('seal')
@Controller('seals')
export class SealController {
  constructor(
    private readonly seals: SealService,
    private readonly verifications: VerificationService,
  ) {}

  @Get('status')
  @Allow('seal.read')
  @ApiOperation({ operationId: 'getSealStatus', summary: 'How far the seals reach, how long facts wait for theirs, and what has left the house' })
  @ApiOkResponse({ type: SealStatusDto })
  status(): Promise<SealStatusDto> {
    return this.seals.status();
  }

  @Get('batches')
  @Allow('seal.read')
  @ApiOperation({ operationId: 'listSealBatches', summary: 'The chain of seals, latest first' })
  @ApiOkResponse({ type: [SealBatchDto] })
  batches(@Query() query: SealBatchesQuery): Promise<Batch[]> {
    return this.seals.batches(query.before ?? null, query.limit ?? DEFAULT_PAGE);
  }

  @Post('anchor')
  @HttpCode(201)
  @Allow('seal.anchor')
  @ApiOperation({ operationId: 'anchorSeal', summary: 'Seal what is due and take the head of the chain out of the house now' })
  @ApiCreatedResponse({ type: SealStatusDto })
  anchor(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string): Promise<SealStatusDto> {
    return this.seals.anchor({ actor, origin, idempotencyKey });
  }

  @Sse('verification')
  @Allow('seal.verify')
  @ApiOperation({ operationId: 'verifySeals', summary: 'Check every seal against every row; progress and result as server-sent events' })
  verification(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin): Observable<MessageEvent> {
    return this.verifications.watch({ actor, origin }).pipe(map((event) => ({ data: event })));
  }
}
