//! Gives the columns of a picture their places on the page, in whole pixels.

use super::layers::{Columns, Way, arrange};

/// Space between boxes of a column.
const BETWEEN_BOXES: i64 = 18;
/// Space around the line of an edge that passes a column.
const AROUND_BEND: i64 = 12;
/// Least space between columns.
const BETWEEN_COLUMNS: i64 = 72;
/// Space that the label of an edge has on its left and right.
const AROUND_LABEL: i64 = 26;
/// Height of the label of an edge.
pub(super) const LABEL_HEIGHT: i64 = 15;
/// How often places are moved towards their neighbours.
const ROUNDS: usize = 16;

/// How large the things of a picture are.
#[derive(Debug, Clone, Default)]
pub(super) struct Sizes {
    /// Width and height of each box.
    pub(super) boxes: Vec<(i64, i64)>,
    /// Ends of each edge.
    pub(super) edges: Vec<(usize, usize)>,
    /// Width of the label of each edge; 0 without a label.
    pub(super) labels: Vec<i64>,
}

/// Where the things of a picture are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// Left and top of each box.
    pub(super) boxes: Vec<(i64, i64)>,
    /// Width of each box: that of the widest in its column.
    pub(super) widths: Vec<i64>,
    /// Stations of each edge, tail to head: the right or left side of a box, or both sides of a
    /// column that the edge passes.
    pub(super) lines: Vec<Vec<(i64, i64)>>,
    /// Middle of the label of each edge.
    pub(super) labels: Vec<(i64, i64)>,
    /// Width and height of the whole.
    pub(super) size: (i64, i64),
}

/// Finds places for boxes, edges and labels.
pub(super) fn place(sizes: &Sizes) -> Places {
    let columns = arrange(sizes.boxes.len(), &sizes.edges);
    let (middles, of_node) = (find_middles(sizes, &columns), columns_of_nodes(&columns));
    let page = Page { sizes, middles, of_node, lefts: Vec::new(), columns };
    page.with_lefts().places()
}

struct Page<'s> {
    sizes: &'s Sizes,
    columns: Columns,
    /// The middle of each box and bend, from the top.
    middles: Vec<i64>,
    /// The column of each box and bend.
    of_node: Vec<usize>,
    /// Left side and width of each column.
    lefts: Vec<(i64, i64)>,
}

fn columns_of_nodes(columns: &Columns) -> Vec<usize> {
    let places = columns.columns.iter().enumerate();
    let mut pairs: Vec<(usize, usize)> =
        places.flat_map(|(at, column)| column.iter().map(move |&node| (node, at))).collect();
    // Every number up to the last is in some column, once.
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, column)| column).collect()
}

/// Moves boxes and bends towards the middle of their neighbours, as far as there is room.
fn find_middles(sizes: &Sizes, columns: &Columns) -> Vec<i64> {
    let count = columns.columns.iter().flatten().max().map_or(0, |last| last + 1);
    let mut neighbours: Vec<Vec<usize>> = vec![Vec::new(); count];
    for way in &columns.ways {
        for (&one, &other) in way.stations.iter().zip(way.stations.iter().skip(1)) {
            neighbours.get_mut(one).into_iter().for_each(|list| list.push(other));
            neighbours.get_mut(other).into_iter().for_each(|list| list.push(one));
        }
    }
    let mut middles = vec![0; count];
    for round in 0..ROUNDS {
        let width = columns.columns.len();
        let order: Vec<usize> =
            if round % 2 == 0 { (0..width).collect() } else { (0..width).rev().collect() };
        for column in order.into_iter().filter_map(|at| columns.columns.get(at)) {
            let wanted: Vec<i64> =
                column.iter().map(|&node| mean(node, &neighbours, &middles)).collect();
            let room: Vec<i64> = column.iter().map(|&node| half_height(sizes, node)).collect();
            for (&node, middle) in column.iter().zip(spread(&wanted, &room)) {
                middles.get_mut(node).into_iter().for_each(|slot| *slot = middle);
            }
        }
    }
    let tops = (0..).zip(&middles).map(|(node, middle)| middle - half_height(sizes, node));
    let top = tops.min().unwrap_or_default();
    middles.iter().map(|middle| middle - top).collect()
}

fn mean(node: usize, neighbours: &[Vec<usize>], middles: &[i64]) -> i64 {
    let own = neighbours.get(node).map_or(&[][..], Vec::as_slice);
    let count = i64::try_from(own.len()).unwrap_or(i64::MAX);
    let sum: i64 = own.iter().map(|&other| number(middles, other)).sum();
    sum.checked_div(count).unwrap_or_else(|| number(middles, node))
}

/// Half the height of a box or bend, with the space around it.
fn half_height(sizes: &Sizes, node: usize) -> i64 {
    sizes.boxes.get(node).map_or(AROUND_BEND, |(_, height)| height / 2 + BETWEEN_BOXES / 2)
}

fn number(numbers: &[i64], place: usize) -> i64 {
    numbers.get(place).copied().unwrap_or_default()
}

/// Places in the same order that are as near to those wanted as the room around each allows:
/// what would overlap is pushed together into a block around its mean.
fn spread(wanted: &[i64], half: &[i64]) -> Vec<i64> {
    // What each would want if those above it took no room, and the room they take.
    let mut taken = 0;
    let mut offsets = Vec::new();
    for (at, own) in half.iter().enumerate() {
        if at > 0 {
            taken += number(half, at - 1) + own;
        }
        offsets.push(taken);
    }
    let mut blocks: Vec<(i64, i64)> = Vec::new();
    for (wanted, offset) in wanted.iter().zip(&offsets) {
        let mut block = (wanted - offset, 1);
        while let Some(&(sum, count)) = blocks.last() {
            if sum / count < block.0 / block.1 {
                break;
            }
            blocks.pop();
            block = (sum + block.0, count + block.1);
        }
        blocks.push(block);
    }
    let means = blocks.iter().flat_map(|&(sum, count)| (0..count).map(move |_| sum / count));
    means.zip(&offsets).map(|(mean, offset)| mean + offset).collect()
}

impl Page<'_> {
    /// Columns are as wide as their widest box, gaps as wide as the labels in them.
    fn with_lefts(mut self) -> Self {
        let mut left = 0;
        for (at, column) in self.columns.columns.iter().enumerate() {
            let boxes = column.iter().filter_map(|&node| self.sizes.boxes.get(node));
            let width = boxes.map(|(width, _)| *width).max().unwrap_or_default();
            self.lefts.push((left, width));
            left += width + self.gap_after(at);
        }
        self
    }

    fn gap_after(&self, column: usize) -> i64 {
        let labels =
            self.columns.ways.iter().zip(&self.sizes.labels).filter(|(way, width)| {
                **width > 0 && self.column_of(way.labelled().0) == Some(column)
            });
        let widest = labels.map(|(_, width)| *width).max().unwrap_or_default();
        (widest + 2 * AROUND_LABEL).max(BETWEEN_COLUMNS)
    }

    fn column_of(&self, node: usize) -> Option<usize> {
        self.of_node.get(node).copied()
    }

    fn places(&self) -> Places {
        let boxes: Vec<(i64, i64)> = (0..)
            .zip(&self.sizes.boxes)
            .map(|(node, &(_, height))| {
                let left = self.sides(node).0;
                (left, number(&self.middles, node) - height / 2)
            })
            .collect();
        let lines = self.columns.ways.iter().map(|way| self.line(way)).collect();
        let right = self.lefts.last().map_or(0, |(left, width)| left + width);
        let bottoms =
            boxes.iter().zip(&self.sizes.boxes).map(|((_, top), (_, height))| top + height);
        let bends = self.middles.iter().map(|middle| middle + AROUND_BEND);
        let bottom = bottoms.chain(bends).max().unwrap_or_default();
        let widths =
            (0..boxes.len()).map(|node| self.sides(node)).map(|(left, right)| right - left);
        Places {
            widths: widths.collect(),
            boxes,
            lines,
            labels: self.labels(),
            size: (right, bottom),
        }
    }

    /// Left and right side of the column that a box or bend is in.
    fn sides(&self, node: usize) -> (i64, i64) {
        let column = self.column_of(node).and_then(|column| self.lefts.get(column));
        let (left, width) = column.copied().unwrap_or_default();
        (left, left + width)
    }

    fn line(&self, way: &Way) -> Vec<(i64, i64)> {
        let last = way.stations.len().saturating_sub(1);
        let mut points = Vec::new();
        for (place, &node) in way.stations.iter().enumerate() {
            let ((left, right), middle) = (self.sides(node), number(&self.middles, node));
            if place > 0 {
                points.push((left, middle));
            }
            if place < last {
                points.push((right, middle));
            }
        }
        if way.turned {
            points.reverse();
        }
        points
    }

    /// Labels stand in the gap before the right end of their edge, moved apart where they meet.
    fn labels(&self) -> Vec<(i64, i64)> {
        let mut labels = vec![(0, 0); self.columns.ways.len()];
        for gap in 0..self.columns.columns.len() {
            let mut own: Vec<(i64, usize)> = Vec::new();
            for (edge, way) in self.columns.ways.iter().enumerate() {
                let (left, right) = way.labelled();
                if self.column_of(left) == Some(gap) && number(&self.sizes.labels, edge) > 0 {
                    let middles = [left, right].map(|node| number(&self.middles, node));
                    own.push((middles.iter().sum::<i64>() / 2, edge));
                }
            }
            own.sort_unstable();
            let wanted: Vec<i64> = own.iter().map(|(middle, _)| *middle).collect();
            let room = vec![LABEL_HEIGHT / 2 + 1; own.len()];
            let (left, width) = self.lefts.get(gap).copied().unwrap_or_default();
            let middle = left + width + self.gap_after(gap) / 2;
            for (height, &(_, edge)) in spread(&wanted, &room).into_iter().zip(&own) {
                labels.get_mut(edge).into_iter().for_each(|label| *label = (middle, height));
            }
        }
        labels
    }
}

impl Way {
    /// The two stations between which the label stands.
    fn labelled(&self) -> (usize, usize) {
        match self.stations.as_slice() {
            [.., one, other] => (*one, *other),
            [one] => (*one, *one),
            [] => (0, 0),
        }
    }
}
