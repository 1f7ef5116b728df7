import { deliverySpecSchema, type DeliverySpec } from './DeliverySpec';
import proresMaster from './presets/prores-422-hq-master.json';
import socialVertical from './presets/social-9x16.json';
import webReview from './presets/web-review-1080p.json';

/** The delivery presets that come with Slateflow. */
export const shippedDeliverySpecs: readonly DeliverySpec[] = [
  webReview,
  proresMaster,
  socialVertical,
].map((preset) => deliverySpecSchema.parse(preset));

/** A shipped preset by its id, `web-review-1080p`; undefined when there is none of that name. */
export function findDeliverySpec(id: string): DeliverySpec | undefined {
  return shippedDeliverySpecs.find((spec) => spec.id === id);
}
