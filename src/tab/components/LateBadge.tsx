import { Badge } from '@fluentui/react-components';
import { ClockAlarmFilled } from '@fluentui/react-icons';

/** Says that a date has passed: with an icon and in words, so that it does not hang on colour. */
export const LateBadge = () => (
  <Badge appearance="filled" color="danger" icon={<ClockAlarmFilled />}>
    te laat
  </Badge>
);
