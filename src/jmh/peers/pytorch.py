"""The workloads of dojo.bench.Workload as PyTorch's users write them.

One workload in a process of its own; prints a line per figure: unit, number, name.

    python pytorch.py small|big|convolution|lstm|transformer|dropconnect|gemm|dropout|headline
        [--threads N] [--data FOLDER]
"""

import argparse
import csv
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

WARM_UP, SECONDS = 3, 5
LETTERS = 65


def show(unit, value, name):
    print(f"{unit}\t{value:.6g}\t{name}", flush=True)


def repeat(duration, call):
    """Returns the mean seconds of a call."""
    calls, spent, start = 0, 0, time.perf_counter()
    while spent < duration:
        call()
        calls += 1
        spent = time.perf_counter() - start
    return spent / calls


def seconds(warm_up, measured, call):
    """Returns the mean seconds of a call, after a warm-up."""
    repeat(warm_up, call)
    return repeat(measured, call)


def net(inputs, width, p):
    return nn.Sequential(
        nn.Linear(inputs, width), nn.ReLU(), nn.Dropout(p),
        nn.Linear(width, width), nn.ReLU(), nn.Dropout(p),
        nn.Linear(width, 10))


def train_dense(inputs, width, batch):
    model = net(inputs, width, 0.5)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    train(model, optimizer, torch.rand(batch, inputs), torch.randint(10, (batch,)))


def train_convolution():
    model = nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.Dropout2d(0.5),
        nn.Flatten(), nn.Linear(16 * 49, 10))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.002)
    train(model, optimizer, torch.rand(50, 1, 14, 14), torch.randint(10, (50,)))


class Reader(nn.Module):
    """Tells the letter that follows twelve others."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(LETTERS, 24)
        self.lstm = nn.LSTM(24, 32, batch_first=True)
        self.dropout = nn.Dropout(0.3)
        self.out = nn.Linear(32, LETTERS)

    def forward(self, x):
        states, _ = self.lstm(self.embedding(x))
        return self.out(self.dropout(states[:, -1]))


def train_lstm():
    model = Reader()
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    train(model, optimizer, torch.randint(LETTERS, (50, 12)), torch.randint(LETTERS, (50,)))


class Writer(nn.Module):
    """Tells the letter that follows each of a text."""

    def __init__(self, steps=32, units=32, heads=4, p=0.2):
        super().__init__()
        self.embedding = nn.Embedding(LETTERS, units)
        self.places = nn.Parameter(0.02 * torch.randn(steps, units))
        self.dropout = nn.Dropout(p)
        self.block = nn.TransformerEncoderLayer(
            units, heads, 4 * units, p, activation=nn.GELU("tanh"),
            batch_first=True, norm_first=True)
        self.norm = nn.LayerNorm(units)
        self.out = nn.Linear(units, LETTERS)
        self.register_buffer("past", nn.Transformer.generate_square_subsequent_mask(steps))

    def forward(self, x):
        h = self.dropout(self.embedding(x) + self.places)
        return self.out(self.norm(self.block(h, src_mask=self.past, is_causal=True)))


def train_transformer():
    model = Writer()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
    x, y = torch.randint(LETTERS, (8, 32)), torch.randint(LETTERS, (8, 32))
    train(model, optimizer, x, y,
          lambda z, y: functional.cross_entropy(z.flatten(0, 1), y.flatten()))


def train(model, optimizer, x, y, loss=functional.cross_entropy):
    batch = len(x)
    model.train()

    def step():
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()

    start = time.perf_counter()
    for _ in range(100):
        step()
    show("samples/s", 100 * batch / (time.perf_counter() - start), "first 100 steps")
    show("samples/s", batch / seconds(WARM_UP, SECONDS, step), "later steps")


class DropConnect(nn.Linear):
    """A linear layer that drops other weights for every example."""

    def forward(self, x):
        kept = torch.empty(len(x), *self.weight.shape).bernoulli_(0.5)
        return torch.bmm(self.weight * kept, x.unsqueeze(2)).squeeze(2) + self.bias


def drop_weights():
    layer = DropConnect(256, 256)
    x, gradient = torch.randn(64, 256, requires_grad=True), torch.ones(64, 256)

    def both_ways():
        layer.zero_grad()
        x.grad = None
        layer(x).backward(gradient)

    show("samples/s", 64 / seconds(WARM_UP, SECONDS, both_ways), "both ways")


def multiply():
    for m, n, k in ((64, 256, 64), (64, 256, 256), (256, 256, 64),
                    (128, 512, 784), (128, 512, 512), (784, 512, 128)):
        a, b, c = torch.randn(m, k), torch.randn(k, n), torch.empty(m, n)
        spent = seconds(1, 1, lambda: torch.mm(a, b, out=c))
        show("GFLOP/s", 2 * m * n * k / spent / 1e9, f"{m}x{n}x{k}")


def drop():
    x = torch.randn(128, 512)
    for p in (0.1, 0.5):
        layer = nn.Dropout(p)
        show("ns", seconds(1, 1, lambda: layer(x)) / x.numel() * 1e9, f"per number, p = {p}")


def read(file):
    with open(file, newline="") as lines:
        table = torch.tensor([[float(cell) for cell in row] for row in csv.reader(lines)])
    return table[:, :-1].contiguous(), table[:, -1].long()


def noisy_part(x, y):
    """1,000 examples, every class equally often, then a wrong label for a tenth of them."""
    order = torch.randperm(len(y))
    chosen = torch.cat([order[y[order] == label][:100] for label in range(10)])
    x, y = x[chosen], y[chosen]
    wrong = torch.randperm(len(y))[:100]
    y[wrong] = (y[wrong] + torch.randint(1, 10, (100,))) % 10
    return x, y


@torch.no_grad()
def score(model, x, y):
    model.eval()
    output = model(x)
    return (functional.cross_entropy(output, y).item(),
            (output.argmax(1) != y).float().mean().item())


def run(p, seed, train_set, test_set):
    torch.manual_seed(seed)
    x, y = noisy_part(*train_set)
    model = net(x.shape[1], 256, p)
    for layer in model:
        if isinstance(layer, nn.Linear):
            nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)
    with torch.no_grad():
        model[-1].weight.mul_(0.5)
    optimizer = torch.optim.Adam(model.parameters())
    history = []
    for _ in range(60):
        model.train()
        for batch in torch.randperm(len(y)).split(50):  # faster than a DataLoader
            optimizer.zero_grad()
            functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()
        history.append((score(model, x, y), score(model, *test_set)))
    return history


def headline(data):
    start = time.perf_counter()
    train_set, test_set = read(data / "train.csv"), read(data / "test.csv")
    runs = {p: [run(p, seed, train_set, test_set) for seed in range(10)] for p in (0.0, 0.5)}
    show("s", time.perf_counter() - start, "twenty runs")
    for p, histories in runs.items():
        errors = [history[-1][1][1] for history in histories]
        show("%", 100 * sum(errors) / len(errors), f"test error, p = {p}")


WORKLOADS = {
    "small": lambda data: train_dense(64, 256, 64),
    "big": lambda data: train_dense(784, 512, 128),
    "convolution": lambda data: train_convolution(),
    "lstm": lambda data: train_lstm(),
    "transformer": lambda data: train_transformer(),
    "dropconnect": lambda data: drop_weights(),
    "gemm": lambda data: multiply(),
    "dropout": lambda data: drop(),
    "headline": headline,
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("workload", choices=WORKLOADS)
    parser.add_argument("--threads", type=int, help="PyTorch's default without it")
    parser.add_argument("--data", type=Path, help="the folder with train.csv and test.csv")
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    WORKLOADS[options.workload](options.data)
