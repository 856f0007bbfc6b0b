/** A subject that tickets are about, with several occasions for one. */
export type Subject = {
  requestType: string;
  category: string;
  /** How likely a ticket is about it, in relation to the other subjects. */
  weight: number;
  occasions: readonly [Occasion, ...Occasion[]];
};

/** A request and the operator's last comment on it. `fill` fills in the `{slots}`. */
export type Occasion = { title: string; text: string; done: string };

/** Request types and categories of years ago, no longer in any table; one ends in white space (companion page "Tickets"). */
export const formerSubjects: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Remote Hands',
    category: 'Visual Inspection',
    weight: 3,
    occasions: [
      {
        title: 'Read the LEDs of {rack}, units 12 and 13',
        text: 'We lost contact with two switches in {rack}. Please tell us the colours of the LEDs on both supplies of each.',
        done: 'Unit 12: both green. Unit 13: left supply dark, right one green.',
      },
    ],
  },
  {
    requestType: 'Access Request',
    category: 'Temporary Badge ',
    weight: 2,
    occasions: [
      {
        title: 'Temporary badge for {person}, {day}',
        text: '{person} works in {cage} on {day} for the first time. Please issue a badge for one day.',
        done: 'The badge was issued and returned on the same day.',
      },
    ],
  },
];

/** Access of persons, and invoices. */
const accounts: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Account Management',
    category: 'User Account Inquiry',
    weight: 7,
    occasions: [
      {
        title: 'Portal access for {person}',
        text: '{person} joined our team and needs access to the portal and to {hall}. Please set it up with the same rights as the other coordinators.',
        done: 'The invitation was sent; the badge waits at the security desk.',
      },
      {
        title: 'Remove leaver from access list: {person}',
        text: '{person} left the company. Please withdraw badge and portal access today and confirm here.',
        done: 'Badge and portal access were withdrawn at {clock} UTC.',
      },
      {
        title: 'Yearly review of authorised persons',
        text: 'For our audit we need the list of all persons with access to {cage}, with the date of their last visit. Please attach it as a CSV file.',
        done: 'The list is attached. Please tell us which of the entries may be removed.',
      },
    ],
  },
  {
    requestType: 'Accounts Receivable',
    category: 'General Billing Inquiry',
    weight: 6,
    occasions: [
      {
        title: 'Invoice for {month}: power of {cage} billed twice',
        text: 'On the invoice for {month} the power of {cage} appears in lines 14 and 31 with the same readings. Please correct the invoice and send a credit note.',
        done: 'You are right. Credit note {reference} was sent to your finance department.',
      },
      {
        title: 'Purchase order {reference} missing on invoice',
        text: 'Our finance department cannot book the invoice for {month}: the purchase order {reference} is not on it. Please send it again with the number; the amount is not in question.',
        done: 'The invoice was sent again with the purchase order {reference}.',
      },
    ],
  },
];

/** Visitors and deliveries. */
const amenities: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Amenities',
    category: 'Elevator',
    weight: 3,
    occasions: [
      {
        title: 'Freight elevator reserved for {day}, {count} pallets',
        text: 'We move {count} pallets to {hall} on {day}; the heaviest weighs 740 kg. Please reserve the freight elevator from 07:00 to 11:00.',
        done: 'The elevator is reserved for you on {day}, 07:00 to 11:00.',
      },
      {
        title: 'Freight elevator out of order',
        text: 'The freight elevator stops between floors; {count} of our pallets are waiting in front of it. Please tell us when it is back, so that we can tell the carrier.',
        done: 'The elevator has been running again since {clock}. A door contact was worn.',
      },
    ],
  },
  {
    requestType: 'Amenities',
    category: 'Loading Dock',
    weight: 9,
    occasions: [
      {
        title: 'Inbound shipment, {count} pallets, {vendor}',
        text: '{count} pallets from {vendor} arrive on {day} between 09:00 and 12:00, tracking {tracking}. Please accept the goods, photograph the labels and bring them to {cage}.',
        done: '{count} pallets were received without damage and are in your cage. Photographs are attached.',
      },
      {
        title: 'Outbound: {count} boxes for collection on {day}',
        text: '{count} boxes with decommissioned disks leave on {day}. The carrier will present an order with the number {tracking}. Please hand them over only against a signature.',
        done: 'Collected on {day} at {clock}; the signed sheet is attached.',
      },
      {
        title: 'Delivery refused at the dock, tracking {tracking}',
        text: 'The driver was sent away this morning because the delivery was not announced. It was, with the reference {reference}. Please make sure that the driver is let in next time, and confirm here.',
        done: 'We apologise: the announcement was filed under another account. The driver was let in on {day}.',
      },
    ],
  },
  {
    requestType: 'Amenities',
    category: 'Parking',
    weight: 3,
    occasions: [
      {
        title: 'Parking for a van, {day}',
        text: 'We come with a van (2.4 m high) on {day} and stay until the evening. Please keep a space near the loading bay.',
        done: 'Space 7 next to the loading bay was kept for you.',
      },
    ],
  },
  {
    requestType: 'Amenities',
    category: 'General Inquiry',
    weight: 6,
    occasions: [
      {
        title: 'Badge of {person} does not open {hall}',
        text: 'The badge of {person} opens the mantrap, but not {hall}. It worked until last week. Please check the access list; the order is {reference}.',
        done: 'The access had expired on the last day of the month. It was extended by a year.',
      },
      {
        title: 'Meeting room for {count} people, {day}',
        text: 'We hold a workshop with {count} people on {day} and would like to use a room on the site. Please reserve one with a screen and send the cost.',
        done: 'Room {room} is reserved. It is free of charge for up to half a day.',
      },
      {
        title: 'Lost property: grey toolbox left in {cage}',
        text: 'A grey toolbox with a crimping tool was left in {cage}. Please look for it, and keep it at the security desk.',
        done: 'The toolbox was found and waits at the security desk under {reference}.',
      },
    ],
  },
];

/** Cables to other companies. */
const crossConnects: readonly [Subject, ...Subject[]] = [
  {
    requestType: 'Cross Connect',
    category: 'New Install',
    weight: 11,
    occasions: [
      {
        title: 'New cross connect {cage} to Meet-Me Room, {fibre}',
        text: 'We order a cross connect, {fibre}, from the panel in {rack} (port {port}) to {vendor} in the Meet-Me Room. The letter of authorisation follows as a file. Please install it, test in both directions and attach the measurements.',
        done: 'Installed as circuit {tracking}. The measurements in both directions are attached.',
      },
      {
        title: 'Second, separately routed pair to {vendor}, order {reference}',
        text: 'A second pair to {vendor} is needed, since both of ours pass through the same riser. Please confirm the route before it is pulled, and the date of the hand-over.',
        done: 'The pair runs through the east riser and was handed over as circuit {tracking}.',
      },
    ],
  },
  {
    requestType: 'Cross Connect',
    category: 'Change (Hot Cut)',
    weight: 5,
    occasions: [
      {
        title: 'Hot cut of circuit {tracking} on {day}',
        text: 'Circuit {tracking} has to move from panel 3 to panel 7 (port {port}) without more than ten minutes of interruption. Please agree the minute with us by phone, and note the light levels before and after.',
        done: 'Cut over at {clock} with four minutes of interruption. Light levels: −3.1 dBm before, −2.9 dBm after.',
      },
    ],
  },
  {
    requestType: 'Cross Connect',
    category: 'Disconnect',
    weight: 5,
    occasions: [
      {
        title: 'Disconnect circuit {tracking}',
        text: 'Circuit {tracking} to {vendor} was cancelled by us and carries no traffic. Please remove it at both ends and stop billing at the end of {month}.',
        done: 'Removed at both ends. Billing ends on the last day of {month}.',
      },
      {
        title: 'Remove {count} unused cross connects in {cage}',
        text: '{count} cross connects in {cage} have been dark for a year; the list is attached. Please check each for light before it is pulled, and stop when one has any.',
        done: 'All {count} were dark and are removed. The updated panel drawing is attached.',
      },
    ],
  },
];

const requestType = 'Facilities Request';

const cooling: Subject['occasions'] = [
  {
    title: 'Cold aisle {cage} above {temp} °C since {clock}',
    text: 'Our sensors in the cold aisle of {cage} have shown {temp} °C since {clock} UTC; the limit in our agreement is 27 °C. No equipment was added on our side. Please check the tiles, the containment doors and the set point of the CRAC units, and tell us what was found.',
    done: 'A containment door at the end of the aisle did not close and was adjusted. Measured at three heights: 22.1, 24.3 and 25.8 °C.',
  },
  {
    title: 'Hot spot at the top of {rack}',
    text: 'The inlet temperature at the top of {rack} is {temp} °C, at the bottom 23 °C. Blanking panels are in the cabinet; you may fit them. Please have a technician measure at three heights and send the readings of the following 24 hours.',
    done: 'Four blanking panels were missing and are fitted now. The top of the rack is down to 25.1 °C; the readings of 24 hours are attached.',
  },
  {
    title: 'Humidity alarm in {hall}, {percent} % RH',
    text: 'Since {clock} UTC we see {percent} % relative humidity in {hall}, with condensation alarms on two chassis. Please compare with your own sensors. We can move load away if you need it.',
    done: 'The humidifier of CRAC unit {unit} had a stuck valve. It was replaced; humidity has been below 55 % for twelve hours.',
  },
  {
    title: 'Perforated tiles to be moved in front of {rack}',
    text: 'We installed {count} servers in {rack} last week and need one more perforated tile in front of it. The tile in front of the empty rack on its left may be used.',
    done: 'The tile was moved. Air flow in front of the rack is 410 m³/h now.',
  },
];

const electrical: Subject['occasions'] = [
  {
    title: 'Feed {feed} of {rack} lost at {clock}',
    text: 'At {clock} UTC feed {feed} of {rack} dropped. Everything runs on the other feed, so there is no redundancy at the moment. Please check the breaker in the remote power panel before anything is switched on again, and call the contact below first.',
    done: 'The breaker had tripped on overload. After agreement by phone feed {feed} was switched on again at {percent} % of nominal load.',
  },
  {
    title: 'PDU {unit} in {rack} reports overload on phase L{phase}',
    text: 'PDU {unit} ({vendor}) reports {percent} % load on phase L{phase}, although our own metering shows less than half of it. Please measure with a clamp and tell us which of the two is right.',
    done: 'Clamp reading and your metering agree within 3 %. The display of the PDU is faulty; the vendor’s case number is {reference}.',
  },
  {
    title: 'Additional 32 A three-phase feed for {rack}',
    text: 'We are installing {count} servers in {rack} and need a second three-phase feed, 32 A, IEC 60309, on both A and B. Please quote and schedule. The work may be done in any night from Tuesday to Thursday, 22:00 to 04:00 local time.',
    done: 'Both feeds are installed, measured and labelled {reference}-A and {reference}-B. The protocol is attached.',
  },
  {
    title: 'Power readings of {cage} for {month}',
    text: 'For our audit we need the power readings of {cage} for {month}, one value per hour for each feed. Please attach them as a CSV file to this ticket.',
    done: 'The readings are attached as a CSV file, one column per feed, times in UTC.',
  },
  {
    title: 'Replace failed PDU in {rack} ({vendor})',
    text: 'The PDU on feed {feed} of {rack} no longer answers and its outlets 9 to 16 are dead. The spare is in Storage Cage S1, label {reference}. Please replace it in our presence; both cords of each device are labelled.',
    done: 'The PDU was replaced together with your engineer. All outlets carry load again; the failed unit is in Storage Cage S1.',
  },
];

const safety: Subject['occasions'] = [
  {
    title: 'Smoke detector in {hall} blinks amber',
    text: 'On our walkthrough this morning the detector above {rack} was blinking amber. There was no alarm. Please check it and confirm that the loop is monitored.',
    done: 'The detector was due for cleaning and has been exchanged. The loop was monitored throughout.',
  },
  {
    title: 'Fire door next to {cage} does not close',
    text: 'The fire door between the corridor and {cage} stays open by a hand’s width. Please repair it, and tell us how long the door will be guarded.',
    done: 'The closer was replaced. A guard stood at the door until the repair was finished.',
  },
  {
    title: 'Evidence of the yearly fire-suppression test',
    text: 'Our insurer asks for the report of the latest test of the fire-suppression system in {hall}. Please attach it to this ticket.',
    done: 'The report of the latest test is attached. The next one is planned for {month}.',
  },
];

const maintenance: Subject['occasions'] = [
  {
    title: 'Maintenance window for {cage}, {day}',
    text: 'On {day} between 20:00 and 02:00 UTC we replace the line cards of both core switches in {rack}. Please let our two engineers in and stay reachable during the window. Nobody else should work in the cage.',
    done: 'The engineers were let in at 19:40 and left at 01:25. No alarm was seen on our side.',
  },
  {
    title: 'Escort for {vendor} engineers, {cage}, {day}',
    text: '{vendor} sends two engineers on {day}, 09:00 local time. Their names and documents are with your security desk. They work in {rack} only and need an escort for about three hours.',
    done: 'Both engineers were escorted and have left the building. Their badges were returned.',
  },
  {
    title: 'UPS maintenance {unit}: confirm impact on {cage}',
    text: 'You announced maintenance of UPS {unit} for {day}. {count} single-corded devices of ours stand in {cage}. Please confirm in writing which feed is affected and for how long, at least five working days ahead.',
    done: 'Feed {feed} ran on the bypass for 90 minutes; there was no interruption. The report is attached.',
  },
  {
    title: 'Lift-and-shift of {count} servers to {cage}',
    text: '{count} servers come from another site and go to {rack}, rack units 4 to 31. They arrive on two pallets on {day}. Please have the pallets brought to the cage before 08:00. A trolley and a lift are needed.',
    done: 'All {count} servers are mounted as in your drawing. Photographs of front and rear are attached.',
  },
];

/** The building: cooling, power and safety; two of the texts are written from right to left. */
const facilities: readonly [Subject, ...Subject[]] = [
  { requestType, category: 'Cooling - Datacenter', weight: 17, occasions: cooling },
  { requestType, category: 'Electrical', weight: 22, occasions: electrical },
  { requestType, category: 'Fire/Safety', weight: 6, occasions: safety },
  { requestType, category: 'Planned Maintenance', weight: 15, occasions: maintenance },
  {
    requestType,
    category: 'Cooling - Office',
    weight: 4,
    occasions: [
      {
        title: 'Office {room} too warm in the afternoon',
        text: 'The customer office {room} reaches {temp} °C in the afternoon. Two colleagues work there until {day}. Please have a look when it is convenient, and tell us whether another room is free meanwhile.',
        done: 'The filter of the unit was blocked and has been changed. Please tell us if it gets warm again.',
      },
      {
        title: 'Air conditioning in the staging room does not start',
        text: 'The air conditioning of the staging room shows error E{count} and blows warm air. We unpack {count} servers there this week.',
        done: 'The unit was reset and runs. A service visit is booked for {day}.',
      },
    ],
  },
  {
    requestType,
    category: 'Cooling - Datacenter',
    weight: 0.6,
    occasions: [
      {
        title: 'ارتفاع درجة الحرارة في الممر البارد {cage} منذ الساعة {clock}',
        text: 'تُظهر مستشعراتنا درجة حرارة {temp} °C في الممر البارد {cage} منذ الساعة {clock} بالتوقيت العالمي. يُرجى فحص البلاطات وأبواب الاحتواء وإبلاغنا بالنتيجة.',
        done: 'The containment door was adjusted. تم ضبط الباب ودرجة الحرارة الآن 24 °C.',
      },
    ],
  },
  {
    requestType,
    category: 'Electrical',
    weight: 0.6,
    occasions: [
      {
        title: 'תקלה בהזנת חשמל {feed} בארון {rack} – נדרש טכנאי באתר',
        text: 'בשעה {clock} UTC נפלה הזנה {feed} בארון {rack}. הכול פועל כעת על ההזנה השנייה בלבד. נא לבדוק את המפסק ולהתקשר לפני הדלקה מחדש.',
        done: 'The breaker was switched on again after a call. ההזנה חזרה לפעולה.',
      },
    ],
  },
];

/** The subjects of the portfolio's tickets: every category of the specification's table. */
export const subjects: readonly [Subject, ...Subject[]] = [...facilities, ...amenities, ...crossConnects, ...accounts];
