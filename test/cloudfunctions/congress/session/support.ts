import type { Output } from '../../../../miniprogram/contract/wire';

export type Roll = Output<'congress', 'roll'>;
