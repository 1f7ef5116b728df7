import type { Ports } from '../contract/Ports';
import { UserFacingError } from '../contract/UserFacingError';
import { parseDeliverySpec, type DeliverySpec } from '../domain/spec/DeliverySpec';
import { findDeliverySpec } from '../domain/spec/findDeliverySpec';

/** A delivery specification by its id, or from the file it names. @throws UserFacingError `bad-preset` */
export async function readDeliverySpec(
  nameOrPath: string,
  { engine }: Pick<Ports, 'engine'>,
): Promise<DeliverySpec> {
  const shipped = findDeliverySpec(nameOrPath);
  if (shipped) return shipped;
  const result = parseDeliverySpec((await engine.readText({ path: nameOrPath })).text);
  if (result.ok) return result.spec;
  throw new UserFacingError(
    'bad-preset',
    `The delivery specification “${nameOrPath}” is refused: ${result.problem}. Correct it, or take a shipped one.`,
  );
}
